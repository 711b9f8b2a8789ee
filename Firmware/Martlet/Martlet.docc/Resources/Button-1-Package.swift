// swift-tools-version: 6.2
import PackageDescription

// An async function runs where its caller does, so calling one never changes
// the interrupt level.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("NonisolatedNonsendingByDefault")
]

func martlet(_ names: String...) -> [Target.Dependency] {
    names.map { .product(name: $0, package: "martlet") }
}

let package = Package(
    name: "blinky",
    // martlet simulate turns it on.
    traits: [
        .trait(
            name: "Simulation",
            description: "The firmware runs on the host, on a simulated chip.")
    ],
    dependencies: [
        .package(name: "martlet", path: "MARTLET")
    ],
    targets: [
        // What the firmware does: the same on the board and in the tests.
        .target(
            name: "Blinky", dependencies: martlet("Martlet", "STM32F4Discovery"),
            swiftSettings: settings),
        // What is flashed: the board, and where everything starts.
        .executableTarget(
            name: "Firmware",
            dependencies: ["Blinky"] + martlet("STM32F4Discovery", "Martlet") + [
                .product(
                    name: "SimulatedChip", package: "martlet",
                    condition: .when(traits: ["Simulation"]))
            ],
            swiftSettings: settings),
        .testTarget(
            name: "BlinkyTests",
            dependencies: ["Blinky"] + martlet("Martlet", "SimulatedChip"),
            swiftSettings: settings),
    ])
