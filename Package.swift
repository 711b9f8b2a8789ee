// swift-tools-version: 6.2
//
// One manifest for the chip and the host. With MARTLET_BOARD unset it describes the host: every module
// that runs there, the simulator, the `martlet` command and the tests. With MARTLET_BOARD naming a folder
// of Boards/ it describes that board's firmware, built by Boards/build.sh for armv7em-none-none-eabi.
import PackageDescription

let board = Context.environment["MARTLET_BOARD"]
let onDevice = board != nil

// MARK: - Settings

let raw: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableExperimentalFeature("RawLayout"),
    .enableExperimentalFeature("BuiltinModule"),
]
let embedded: [SwiftSetting] =
    onDevice
    ? [
        .enableExperimentalFeature("Embedded"),
        .enableExperimentalFeature("Extern"),
        .enableExperimentalFeature("SymbolLinkageMarkers"),
        .unsafeFlags(["-wmo", "-Osize"]),
    ] : []
/// For types that hand out spans of what they hold.
let lifetimes: [SwiftSetting] = [.enableExperimentalFeature("Lifetimes")]
/// For an interpreter whose tests run for minutes of emulated time: optimised in debug builds too.
let optimised: [SwiftSetting] = onDevice ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]
/// Modules with `async` code see the chip's own concurrency module without an import line.
let concurrent: [SwiftSetting] =
    onDevice ? [.unsafeFlags(["-Xfrontend", "-import-module", "-Xfrontend", "_Concurrency"])] : []

// MARK: - Modules that run on the chip and on the host

/// A library module; `async: true` where its code suspends.
func module(
    _ name: String, in path: String, _ dependencies: [String] = [], async: Bool = false,
    settings: [SwiftSetting] = []
) -> Target {
    .target(
        name: name,
        dependencies: (dependencies + (async && onDevice ? ["_Concurrency"] : [])).map { .byName(name: $0) },
        path: path,
        swiftSettings: raw + embedded + (async ? concurrent : []) + settings)
}

var targets: [Target] = [
    // HAL
    module("MMIO", in: "HAL/MMIO"),

    // Firmware
    module("Text", in: "Firmware/Text", settings: lifetimes),
    module("GameBoy", in: "Firmware/GameBoy", ["Text"], settings: optimised),
]
var dependencies: [Package.Dependency] = []
var products: [Product] = []

if onDevice {
    // MARK: - The chip alone
} else {
    // MARK: - The host alone
    dependencies += [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ]

    func test(_ name: String, _ dependencies: [String], in path: String? = nil) -> Target {
        .testTarget(
            name: name, dependencies: dependencies.map { .byName(name: $0) }, path: path ?? "Tests/\(name)",
            swiftSettings: raw)
    }
    targets += [
        .executableTarget(
            name: "martlet",
            dependencies: ["GameBoy", "Text", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Simulator/Martlet", swiftSettings: raw),
        test("MMIOTests", ["MMIO"]),
        test("TextTests", ["Text"]),
        test("GameBoyTests", ["GameBoy", "Text"]),
    ]
}

let package = Package(name: "martlet", products: products, dependencies: dependencies, targets: targets)
