// .vscode/launch.json: how Visual Studio Code debugs a package's image, by its extension Cortex-Debug.

/// The ways to debug an image: in QEMU, on the board, or both.
struct LaunchFile: Encodable {
    struct Configuration: Encodable {
        var name: String
        var type = "cortex-debug"
        var request = "launch"
        var cwd = "${workspaceFolder}"
        var executable: String
        var preLaunchTask = "build"
        var gdbPath = "gdb-multiarch"
        var servertype: String
        var machine: String?
        var cpu: String?
        var configFiles: [String]?
        var runToEntryPoint = "Reset_Handler"
    }

    var version = "0.2.0"
    var configurations: [Configuration] = []

    init(_ project: ProjectSettings) {
        let executable = ".build/\(SwiftSDK.triple)/release/\(project.image)"
        if let machine = project.machine {
            configurations.append(
                Configuration(
                    name: "QEMU", executable: executable, servertype: "qemu", machine: machine, cpu: project.cpu))
        }
        if let target = project.openocd {
            configurations.append(
                Configuration(
                    name: "\(project.board) by ST-LINK", executable: executable, servertype: "openocd",
                    configFiles: ["interface/stlink.cfg", target]))
        }
    }
}
