// swift-tools-version: 6.2
import PackageDescription

// An async function runs where its caller does, so calling one never changes the interrupt level.
let settings: [SwiftSetting] = [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

func martlet(_ names: String...) -> [Target.Dependency] { names.map { .product(name: $0, package: "martlet") } }

let package = Package(
    name: "__NAME__",
    // martlet simulate turns it on.
    traits: [.trait(name: "Simulation", description: "The firmware runs on the host, on a simulated chip.")],
    dependencies: [
        __DEPENDENCY__
    ],
    targets: [
        // What the firmware does: the same on the board and in the tests.
        .target(name: "__MODULE__", dependencies: martlet("Martlet"), swiftSettings: settings),
        // What is flashed: the board, and where everything starts.
        .executableTarget(
            name: "Firmware",
            dependencies: ["__MODULE__"] + martlet("__BOARD__", "Martlet") + [
                .product(name: "SimulatedChip", package: "martlet", condition: .when(traits: ["Simulation"]))
            ],
            swiftSettings: settings),
        .testTarget(
            name: "__MODULE__Tests", dependencies: ["__MODULE__"] + martlet("Martlet", "SimulatedChip"), swiftSettings: settings),
    ])
