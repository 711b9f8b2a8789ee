// swift-tools-version: 6.2
//
// One manifest for the chip and the host. With MARTLET_BOARD unset it describes what other packages build on, for the
// host and, with the Swift SDK, for a chip: every module that runs on both, and for the host alone the simulator, the
// `martlet` command and, in a checkout, the tests. With MARTLET_BOARD naming a folder of Boards/ it describes that board's
// firmware, built by Boards/build.sh for armv7em-none-none-eabi.
import Foundation
import PackageDescription

let board = Context.environment["MARTLET_BOARD"]
let onDevice = board != nil
/// What ./install.sh copies for other packages has no tests.
let isCheckout = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/Tests")
/// What ./documentation.sh builds the reference of.
let documented = Context.environment["MARTLET_DOCUMENTATION"]?.split(separator: " ").map(String.init)

// MARK: - Settings

let raw: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableExperimentalFeature("Lifetimes"),
    .enableExperimentalFeature("RawLayout"),
    .enableExperimentalFeature("BuiltinModule"),
    // An async function runs where its caller does, so calling one never changes the interrupt level.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
let embedded: [SwiftSetting] =
    onDevice
    ? [
        .enableExperimentalFeature("Embedded"),
        .enableExperimentalFeature("Extern"),
        .enableExperimentalFeature("SymbolLinkageMarkers"),
        // Embedded Swift's runtime answers a check of exclusive access without looking; this leaves out the calls.
        .unsafeFlags(["-wmo", "-Osize", "-enforce-exclusivity=unchecked"]),
        // The runtime has a `swift_once` of its own, which finds an initializer that an interrupt would wait for in vain.
        .unsafeFlags(["-Xllvm", "-force-attribute=swift_once:noinline"]),
    ] : []
/// For an interpreter and a simulator whose tests run for minutes of their time: optimised in debug builds too, where the
/// tests are. Elsewhere it would add a minute to the first build of a package. On the chip the interpreter is for speed,
/// not for size: the last of two such flags counts, and with this one a frame of cpu_instrs costs a third, for 4 KB more of
/// code.
let optimised: [SwiftSetting] =
    onDevice
    ? [.unsafeFlags(["-O"])]
    : isCheckout && documented == nil ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
/// Modules with `async` code see the chip's own concurrency module without an import line.
let concurrent: [SwiftSetting] =
    onDevice ? [.unsafeFlags(["-Xfrontend", "-import-module", "-Xfrontend", "_Concurrency"])] : []

// MARK: - Modules that run on the chip and on the host

/// A library module; `async: true` where its code suspends.
func module(
    _ name: String, in path: String, _ dependencies: [String] = [], async: Bool = false,
    exclude: [String] = [], settings: [SwiftSetting] = []
) -> Target {
    .target(
        name: name,
        dependencies: (dependencies + (async && onDevice ? ["_Concurrency"] : [])).map { .byName(name: $0) },
        path: path, exclude: exclude,
        swiftSettings: raw + embedded + (async ? concurrent : []) + settings)
}

/// What `import Martlet` brings.
let umbrella = [
    "Analog", "Buses", "CortexM", "Displays", "Inputs", "Interfaces", "MMIO", "MartletRelease", "Memory", "Queues", "Sensors",
    "Serial", "SerialFlash", "SharedStorage", "Storage", "Tasks", "Text", "Timers", "Units",
]
let stm32Board =
    ["CortexM", "Failures", "Interfaces", "MMIO", "STM32F405PAC", "STM32F4Drivers"] + (onDevice ? ["CortexMInstructions"] : [])
var targets: [Target] = [
    // HAL
    module("Failures", in: "HAL/Core/Failures", onDevice ? ["CortexMInstructions"] : []),
    module("CriticalSections", in: "HAL/Core/CriticalSections", onDevice ? ["CortexMInstructions"] : []),
    module("MMIO", in: "HAL/Core/MMIO", ["CriticalSections"]),
    module("STM32F405PAC", in: "HAL/PAC/STM32F405", ["MMIO"]),
    module("CMSDKPAC", in: "HAL/PAC/CMSDK", ["MMIO"]),
    module("Interfaces", in: "HAL/Interfaces", ["CortexM", "Units"]),
    module(
        "CortexM", in: "HAL/Core/CortexM", ["CriticalSections", "Failures", "MMIO"] + (onDevice ? ["CortexMInstructions"] : [])),
    module("Semihosting", in: "HAL/Semihosting", ["Interfaces"] + (onDevice ? ["CortexMInstructions"] : [])),
    module(
        "STM32F4Drivers", in: "HAL/STM32F4", ["CortexM", "Interfaces", "MMIO", "STM32F405PAC", "Units"], exclude: ["README.md"]),
    module(
        "CMSDKDrivers", in: "HAL/CMSDK",
        ["CMSDKPAC", "CortexM", "Interfaces", "MMIO", "Units"] + (onDevice ? ["CortexMInstructions"] : []),
        exclude: ["README.md"]),

    // Boards
    module(
        "NetduinoPlus2", in: "Boards/NetduinoPlus2", stm32Board, exclude: ["toolset.json", "board.sh"]),
    module(
        "STM32F4Discovery", in: "Boards/STM32F4Discovery", stm32Board, exclude: ["README.md", "toolset.json", "board.sh"]),
    module(
        "MPS2AN386", in: "Boards/MPS2AN386", ["CMSDKDrivers", "Interfaces"], exclude: ["toolset.json", "board.sh"]),
    module(
        "MPS2AN500", in: "Boards/MPS2AN500", ["CMSDKDrivers", "Interfaces"], exclude: ["toolset.json", "board.sh"]),

    // Firmware
    module("Checksums", in: "Firmware/Blocks/Checksums"),
    // A matrix is where its variable is when an operator takes its address, and not in a copy.
    module(
        "LinearAlgebra", in: "Firmware/Blocks/LinearAlgebra", onDevice ? ["CortexMInstructions"] : [], exclude: ["README.md"],
        settings: [.enableExperimentalFeature("AddressableParameters")]),
    module("Frames", in: "Firmware/Blocks/Frames", ["Checksums"], exclude: ["README.md"]),
    module(
        "Units", in: "Firmware/Blocks/Units", exclude: ["Definitions.txt", "README.md", "generate.py"]),
    module(
        "Memory", in: "Firmware/Runtime/Memory", onDevice ? ["CortexMInstructions", "Startup"] : [], exclude: ["README.md"]),
    module("Queues", in: "Firmware/Queues", ["CortexM", "Memory"], exclude: ["README.md"]),
    module(
        "Tasks", in: "Firmware/Tasks",
        ["CortexM", "Failures", "Memory", "Units"] + (onDevice ? ["ConcurrencyABI", "Startup"] : []),
        async: true,
        exclude: ["README.md"]),
    module("Serial", in: "Firmware/IO/Serial", ["CortexM", "Interfaces", "Queues", "Tasks", "Text"], async: true),
    module("Inputs", in: "Firmware/IO/Inputs", ["Interfaces", "Tasks"], async: true),
    module("Analog", in: "Firmware/IO/Analog", ["CortexM", "Interfaces", "Memory", "Tasks", "Units"], async: true),
    module("Buses", in: "Firmware/IO/Buses", ["CortexM", "Interfaces", "Memory", "Tasks"], async: true),
    module("Timers", in: "Firmware/IO/Timers", ["Interfaces", "Tasks"], async: true),
    module("SerialFlash", in: "Firmware/Devices/SerialFlash", ["Buses", "Interfaces", "Tasks"], async: true),
    module(
        "SharedStorage", in: "Firmware/Storage/Shared", ["Interfaces", "Memory", "SerialFlash", "Storage", "Tasks"],
        async: true),
    module("Sensors", in: "Firmware/Devices/Sensors", ["Buses", "Interfaces", "Tasks", "Units"], async: true),
    module("Displays", in: "Firmware/Devices/Displays", ["Buses", "Interfaces", "Tasks"], async: true),
    module("Text", in: "Firmware/IO/Text"),
    module("Pictures", in: "Firmware/IO/Pictures", ["Checksums", "Text"]),
    module("Sounds", in: "Firmware/IO/Sounds"),
    module("GameBoy", in: "Firmware/GameBoy/Core", ["Checksums", "Pictures", "Text"], settings: optimised),
    module("Console", in: "Firmware/IO/Console", ["Text"]),
    module(
        "Storage", in: "Firmware/Storage/Log", ["Checksums", "Interfaces", "Text"],
        settings: onDevice ? [] : optimised),
    module("BatterySaves", in: "Firmware/GameBoy/Saves", ["Storage", "Text"]),
    module(
        "GameBoyPlayer", in: "Firmware/GameBoy/Player",
        [
            "Analog", "BatterySaves", "CortexM", "Displays", "GameBoy", "Interfaces", "MMIO", "Memory", "Storage", "Tasks",
            "Text",
        ], async: true),
    module("Faults", in: "Firmware/IO/Faults", ["Text"] + (onDevice ? ["Startup"] : [])),
    module("MartletRelease", in: "Firmware/Release"),
    // Its pages link to every module, and DocC finds only those that a module depends on.
    module(
        "Martlet", in: "Firmware/Martlet", umbrella + (documented ?? []).filter { $0 != "Martlet" && !umbrella.contains($0) }),
]
// MARK: - Images

/// The images see the board they are built for under one name.
let targetBoard = board ?? "NetduinoPlus2"
/// The MPS2 boards have a counter besides the core's, which a test holds the clock against, and peripherals of their own.
let onTargetBoard: [SwiftSetting] =
    [.unsafeFlags(["-module-alias", "TargetBoard=\(targetBoard)"])]
    + (targetBoard.hasPrefix("MPS2") ? [.define("REFERENCE_COUNTER"), .define("MPS2")] : [])
let consoleNeeds =
    [
        "Analog", "BatterySaves", "Console", "CortexM", "Faults", "GameBoy", "GameBoyPlayer", "Interfaces",
        "MartletRelease", "Memory", "Semihosting", "Serial", "Sounds", "Storage", "Tasks", "Text",
    ] + (onDevice ? ["Startup"] : [])
targets += [
    module(
        "ConsoleImage", in: "Firmware/Images/ConsoleImage", [targetBoard] + consoleNeeds, async: true, settings: onTargetBoard)
]

targets += [module("SensorFusionImage", in: "Firmware/Images/SensorFusionImage", ["LinearAlgebra", "Units"])]

/// The boards that a display and buttons are wired to; the host simulates the first.
let handheldBoards = ["STM32F4Discovery"]
let handheldBoard = board ?? handheldBoards[0]
if handheldBoards.contains(handheldBoard) {
    targets += [
        module(
            "HandheldImage", in: "Firmware/Images/HandheldImage",
            [
                handheldBoard, "Analog", "BatterySaves", "Buses", "CortexM", "Displays", "Faults", "GameBoy",
                "GameBoyPlayer", "Interfaces", "Memory", "Serial", "Storage", "Tasks", "Text",
            ] + (onDevice ? ["Startup"] : []),
            async: true, settings: [.unsafeFlags(["-module-alias", "TargetBoard=\(handheldBoard)"])])
    ]
}

// MARK: - Checks that run on both

targets += [
    module("LanguageChecks", in: "Tests/LanguageChecks", ["Memory", "Tasks"], async: true),
    module("LinearAlgebraChecks", in: "Tests/LinearAlgebraChecks", ["LinearAlgebra"]),
]

var dependencies: [Package.Dependency] = []
/// For other packages: each module by itself.
var products: [Product] =
    onDevice
    ? []
    : [
        "BatterySaves", "CMSDKDrivers", "CMSDKPAC", "Checksums", "Console", "Faults", "Frames", "GameBoy", "GameBoyPlayer",
        "LinearAlgebra", "MPS2AN386", "MPS2AN500", "Martlet", "NetduinoPlus2", "Pictures", "STM32F405PAC",
        "STM32F4Discovery", "STM32F4Drivers",
        "Semihosting", "SimulatedChip", "SimulatedFlash", "Sounds",
    ].map { .library(name: $0, targets: [$0]) } + umbrella.map { .library(name: $0, targets: [$0]) }

if onDevice {
    // MARK: - The chip alone

    /// What is flashed: a product of this name, from a module that ends in `Main`, since modules have names
    /// of images too.
    func image(_ name: String, _ dependencies: [String], in folder: String = "Firmware/Images") -> Target {
        products.append(.executable(name: name, targets: ["\(name)Main"]))
        return .executableTarget(
            name: "\(name)Main", dependencies: (dependencies + ["_Concurrency"]).map { .byName(name: $0) },
            // What is written for an image is what anyone may write for one.
            path: "\(folder)/\(name)", packageAccess: folder != "Firmware/Images",
            swiftSettings: raw + embedded + concurrent + onTargetBoard,
            linkerSettings: [.unsafeFlags(["-use-ld=lld", "-Xclang-linker", "-nostdlib"])])
    }
    targets += [
        .target(
            name: "HandWrittenLoops", path: "Firmware/Images/HandWrittenLoops", cSettings: [.unsafeFlags(["-O2"])]),
        .target(name: "CortexMInstructions", path: "HAL/Core/CortexMInstructions"),
        .target(name: "Startup", dependencies: ["CortexMInstructions"], path: "Firmware/Runtime/Startup"),
        // Each line of it is on the way of every switch: for speed, not for size.
        .target(
            name: "ConcurrencyABI", dependencies: ["CortexMInstructions", "Startup"], path: "Firmware/Runtime/ConcurrencyABI",
            cSettings: [.unsafeFlags(["-O2"])]),
        .target(
            name: "_Concurrency", dependencies: ["ConcurrencyABI"], path: "Firmware/Runtime/Concurrency",
            exclude: ["README.md"],
            swiftSettings: embedded
                + [
                    .swiftLanguageMode(.v6), .enableExperimentalFeature("RawLayout"),
                    .unsafeFlags(["-parse-stdlib", "-assert-config", "Release"]),
                ]),
        // What the Benchmarks image measures matrices against: C at its best. The board's own -Os comes after plain flags.
        .target(
            name: "MatrixReferences", path: "Firmware/Images/MatrixReferences", cSettings: [.unsafeFlags(["-Xclang", "-O3"])]),
        image(
            "Benchmarks",
            [
                targetBoard, "Analog", "Checksums", "CortexM", "Frames", "GameBoy", "HandWrittenLoops", "Interfaces",
                "LinearAlgebra", "MMIO", "MatrixReferences", "Memory", "Queues", "Semihosting", "Storage",
                "Tasks", "Text", "Units",
            ]),
        image("Blink", [targetBoard, "Tasks"]),
        image("Echo", [targetBoard, "Serial", "Tasks"]),
        image("SensorFusion", [targetBoard, "Semihosting", "SensorFusionImage", "Text"]),
        image("Console", ["ConsoleImage", "Tasks"]),
    ]
    if handheldBoards.contains(handheldBoard) { targets += [image("Handheld", ["HandheldImage", "Tasks"])] }
    targets += [
        image(
            "RuntimeTests",
            [
                targetBoard, "Analog", "Buses", "CMSDKPAC", "CortexM", "Displays", "Inputs", "Interfaces", "LanguageChecks",
                "MMIO", "Memory", "OnTargetHarness", "Queues", "Semihosting", "Sensors", "SerialFlash", "Tasks", "Text",
                "Timers",
            ],
            in: "Tests/OnTarget"),
        image(
            "SchedulingTests", [targetBoard, "CortexM", "OnTargetHarness", "Tasks", "Text"], in: "Tests/OnTarget"),
        image(
            "SharedStorageTests",
            [
                targetBoard, "CortexM", "Interfaces", "LinearAlgebraChecks", "Memory", "OnTargetHarness", "SerialFlash",
                "SharedStorage",
                "Storage", "Tasks",
            ],
            in: "Tests/OnTarget"),
        image(
            "FaultTests",
            [targetBoard, "CortexM", "Interfaces", "Memory", "Queues", "Semihosting", "Serial", "Tasks"], in: "Tests/OnTarget"),
        image("DebugTests", [targetBoard, "Memory", "Tasks"], in: "Tests/OnTarget"),
        image("SweepTests", [targetBoard, "CortexM", "Memory", "OnTargetHarness", "Queues", "Tasks"], in: "Tests/OnTarget"),
        module(
            "OnTargetHarness", in: "Tests/OnTarget/Harness",
            ["Faults", "Semihosting", "Startup", "Tasks", "Text"], async: true),
    ]
} else {
    // MARK: - The host alone
    products += [
        .executable(name: "martlet", targets: ["MartletCommand"]),
        // The same without Martlet's own firmware, which ./install.sh installs as `martlet`.
        .executable(name: "martlet-installed", targets: ["InstalledMartlet"]),
    ]
    dependencies += [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ]
    // Only ./documentation.sh asks for it: no other build resolves or fetches it.
    if documented != nil {
        dependencies += [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")]
    }

    func test(_ name: String, _ dependencies: [String], in path: String? = nil) -> Target {
        .testTarget(
            name: name, dependencies: dependencies.map { .byName(name: $0) }, path: path ?? "Tests/\(name)",
            swiftSettings: raw)
    }
    targets += [
        .executableTarget(
            name: "MartletCommand",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                "ConsoleImage", "DownlinkTools", "GameBoy", "GameBoyTools", "HostExecutor", "HostStore", "Interfaces",
                "MartletRelease", "Memory", "ProjectCommands", "Queues", "Semihosting", "SimulatedChip", "SimulatedFlash",
                "SimulatedProbe", "Sounds", "Storage", "StorageTools", "Tasks", "Text",
            ],
            path: "Simulator/Martlet", swiftSettings: raw),
        .executableTarget(
            name: "InstalledMartlet",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"), "MartletRelease", "ProjectCommands",
            ],
            path: "Simulator/InstalledMartlet", swiftSettings: raw),
        .target(
            name: "ProjectCommands",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"), "ImageFile", "MartletRelease",
                "RegisterGenerator",
            ],
            path: "Simulator/ProjectCommands", swiftSettings: raw),
        .target(
            name: "SimulatedChip",
            dependencies: ["CortexM", "MMIO", "Memory", "Pictures", "Semihosting", "Tasks", "Text", "Units"],
            path: "Simulator/SimulatedChip",
            swiftSettings: raw + optimised),
        .target(
            name: "GameBoyTools", dependencies: ["GameBoy", "Text"], path: "Simulator/GameBoyTools",
            swiftSettings: raw + optimised),
        .target(name: "DownlinkTools", dependencies: ["Frames"], path: "Simulator/DownlinkTools", swiftSettings: raw),
        .target(name: "ImageFile", path: "Simulator/ImageFile", swiftSettings: raw),
        .target(
            name: "SimulatedFlash", dependencies: ["Interfaces"], path: "Simulator/SimulatedFlash",
            swiftSettings: raw + optimised),
        .target(
            name: "SimulatedProbe", dependencies: ["MMIO", "SimulatedChip"], path: "Simulator/SimulatedProbe",
            swiftSettings: raw + optimised),
        .target(
            name: "RegisterGenerator", path: "Simulator/RegisterGenerator", exclude: ["README.md"],
            swiftSettings: [.swiftLanguageMode(.v6)] + optimised),
        .target(name: "HardwareChecksum", path: "Simulator/HardwareChecksum"),
        .target(
            name: "HostStore", dependencies: ["HardwareChecksum"], path: "Simulator/HostStore", exclude: ["README.md"],
            // Keys are hashed and compared, and values lent, where they are asked for.
            swiftSettings: raw + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]),
        test("HostStoreTests", ["HostStore"]),
        .systemLibrary(name: "LinuxEvents", path: "Simulator/LinuxEvents"),
        .target(
            name: "HostExecutor", dependencies: ["LinuxEvents"], path: "Simulator/HostExecutor",
            exclude: ["README.md"],
            // A channel's code is generic: without this each use of it in another module would go by metadata.
            swiftSettings: raw + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]),
        test("HostExecutorTests", ["HostExecutor"]),
        test("MMIOTests", ["MMIO"]),
        test("RegisterGeneratorTests", ["CMSDKPAC", "MMIO", "RegisterGenerator", "STM32F405PAC"]),
        test("UnitsTests", ["Units"]),
        .target(name: "MatricesInC", path: "Tests/MatricesInC"),
        test("LinearAlgebraTests", ["LinearAlgebra", "LinearAlgebraChecks", "MatricesInC"]),
        test("SensorFusionImageTests", ["LinearAlgebra", "SensorFusionImage"]),
        test("ChecksumsTests", ["Checksums"]),
        test("FramesTests", ["Checksums", "Frames"]),
        test("DownlinkToolsTests", ["DownlinkTools", "Frames"]),
        test("TextTests", ["Text"]),
        test("SoundsTests", ["Sounds"]),
        test("ImageFileTests", ["ImageFile"]),
        .target(
            name: "StorageTools", dependencies: ["Interfaces", "SimulatedFlash", "Storage", "Text"],
            path: "Simulator/StorageTools", swiftSettings: raw + optimised),
        test("StorageCommandTests", ["Interfaces", "MartletCommand", "SimulatedFlash", "Storage"]),
        test("StorageTests", ["Interfaces", "SimulatedFlash", "Storage", "StorageTools", "Text"]),
        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
        test("LanguageTests", ["AllocationCounter", "LanguageChecks", "SimulatedChip", "Tasks"]),
        test("SimulatedProbeTests", ["SimulatedChip", "SimulatedProbe"]),
        test("MemoryTests", ["Memory"]),
        test("QueuesTests", ["Queues"]),
        .target(name: "ModelChecking", path: "Tests/ModelChecking", swiftSettings: raw + optimised),
        // The queues' own sources, links to them, on the checker's atomics.
        .target(
            name: "ModelCheckedQueues", dependencies: ["CortexM", "Memory", "ModelChecking"],
            path: "Tests/ModelCheckedQueues",
            swiftSettings: raw + optimised + [.define("MODEL_CHECKING")]),
        test("ModelCheckingTests", ["ModelCheckedQueues", "ModelChecking"]),
        test("BatterySavesTests", ["BatterySaves", "Interfaces", "SimulatedFlash", "Storage", "Text"]),
        test("InterfacesTests", ["Interfaces"]),
        test("SemihostingTests", ["Interfaces", "Semihosting"]),
        test(
            "STM32F4DriversTests",
            [
                "CortexM", "Inputs", "Interfaces", "MMIO", "STM32F405PAC", "STM32F4Drivers", "SimulatedChip", "Tasks",
                "Timers",
            ]),
        test(
            "CMSDKDriversTests",
            [
                "Buses", "CMSDKDrivers", "CMSDKPAC", "CortexM", "Inputs", "Interfaces", "MMIO", "SerialFlash",
                "SimulatedChip", "Tasks", "Timers",
            ]),
        test(
            "SerialFlashTests",
            ["Buses", "CortexM", "Interfaces", "STM32F4Drivers", "SerialFlash", "SimulatedChip", "Tasks"]),
        test(
            "SharedStorageTests",
            [
                "Buses", "CortexM", "Interfaces", "STM32F4Drivers", "SerialFlash", "SharedStorage", "SimulatedChip",
                "Storage", "Tasks",
            ]),
        test("SimulatedChipTests", ["CortexM", "MMIO", "SimulatedChip", "Tasks"]),
        test(
            "BoardsTests",
            [
                "Buses", "CortexM", "Interfaces", "MMIO", "MPS2AN386", "MPS2AN500", "NetduinoPlus2", "STM32F4Discovery",
                "Sensors",
                "SimulatedChip", "Tasks",
            ]),
        test(
            "CancellationTests",
            [
                "Analog", "Buses", "CortexM", "Displays", "Inputs", "Interfaces", "Sensors", "Serial", "SimulatedChip", "Tasks",
                "Timers",
            ]),
        test("PrimitivesTests", ["CortexM", "SimulatedChip", "Tasks"]),
        test("TasksTests", ["CortexM", "MMIO", "SimulatedChip", "Tasks"]),
        test(
            "SerialTests",
            [
                "CMSDKDrivers", "CMSDKPAC", "CortexM", "Interfaces", "MMIO", "STM32F405PAC", "STM32F4Drivers", "Serial",
                "SimulatedChip", "Tasks",
            ]),
        test("AnalogTests", ["Analog", "CortexM", "Interfaces", "MMIO", "STM32F4Drivers", "SimulatedChip", "Tasks"]),
        test("BusesTests", ["Buses", "CortexM", "Interfaces", "MMIO", "STM32F4Drivers", "SimulatedChip", "Tasks"]),
        test(
            "DisplaysTests",
            ["Buses", "CortexM", "Displays", "Interfaces", "PNGReading", "STM32F4Drivers", "SimulatedChip", "Tasks"]),
        test("SensorsTests", ["Buses", "CortexM", "Interfaces", "STM32F4Drivers", "Sensors", "SimulatedChip", "Tasks"]),
        test("InputsTests", ["CortexM", "Inputs", "STM32F4Drivers", "SimulatedChip", "Tasks"]),
        test("ConsoleTests", ["Console", "Text"]),
        test("FaultsTests", ["Faults", "Text"]),
        test(
            "GameBoyPlayerTests",
            [
                "Buses", "CortexM", "Displays", "GameBoy", "GameBoyPlayer", "Interfaces", "PNGReading", "STM32F4Drivers",
                "SimulatedChip", "Tasks",
            ]),
        test(
            "HandheldImageTests",
            ["CartridgeTesting", "GameBoy", "GameBoyPlayer", "HandheldImage", "PNGReading", "SimulatedChip", "Tasks"]),
        // The same image for a board with a sound output: the folder is a link to the image's.
        module(
            "ConsoleOnDiscovery", in: "Tests/ConsoleOnDiscovery/Image", ["STM32F4Discovery"] + consoleNeeds, async: true,
            settings: [.unsafeFlags(["-module-alias", "TargetBoard=STM32F4Discovery"])]),
        test("ConsoleOnDiscoveryTests", ["CartridgeTesting", "ConsoleOnDiscovery", "SimulatedChip", "Tasks"]),
        test("ConsoleImageTests", ["CartridgeTesting", "ConsoleImage", "Semihosting", "SimulatedChip", "Tasks"]),
        .target(
            name: "CartridgeTesting", dependencies: ["GameBoy", "SimulatedChip"], path: "Tests/CartridgeTesting",
            swiftSettings: raw),
        .target(name: "PNGReading", path: "Tests/PNGReading", swiftSettings: raw),
        test("GameBoyTests", ["Checksums", "GameBoy", "GameBoyTools", "PNGReading", "Pictures", "Text"]),
    ]
}

if !isCheckout {
    let tests = Set(targets.filter { $0.path?.hasPrefix("Tests/") ?? false }.map(\.name))
    targets.removeAll { tests.contains($0.name) }
    products.removeAll { !tests.isDisjoint(with: ($0 as? Product.Executable)?.targets ?? []) }
}

/// `MARTLET_TESTS=A,B` leaves those tests and what they need, so that a build for a sanitizer is not one of everything.
if let names = Context.environment["MARTLET_TESTS"] {
    var needed = Set(names.split(separator: ",").map(String.init))
    var count = 0
    while count != needed.count {
        count = needed.count
        for target in targets where needed.contains(target.name) {
            for case .byNameItem(let name, _) in target.dependencies { needed.insert(name) }
        }
    }
    targets.removeAll { !needed.contains($0.name) }
    products = []
}

let package = Package(name: "martlet", products: products, dependencies: dependencies, targets: targets)
