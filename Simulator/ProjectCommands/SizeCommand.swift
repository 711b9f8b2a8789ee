// `martlet size`: what each module of an image takes of the chip's memory.
import ArgumentParser
import Foundation
import ImageFile

struct SizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "size", abstract: "Prints flash and RAM of an image by module.",
        discussion: """
            In a package of your own it is that package's image, as it was built last. One built by run.sh is at \
            .build/BOARD/armv7em-none-none-eabi/release/IMAGE.
            """)

    @Argument(help: "The image, an ELF file; otherwise the package's.")
    var image: String?

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Print JSON, for scripts: a row for each module, then what has no symbol, then the total.")
    var json = false

    /// What a module takes, in bytes.
    private struct Row: Encodable {
        let name: String
        let flash: Int
        let memory: Int
    }

    func run() throws {
        try refusing {
            let path = try image ?? options.project().elf.path
            guard image != nil || FileManager.default.fileExists(atPath: path) else {
                throw Refusal(description: "\(path) is not built yet; run: martlet build")
            }
            try printSizes(of: path)
        }
    }

    private func printSizes(of image: String) throws {
        let contents = try readFile(image)
        let sizes: ModuleSizes
        do {
            sizes = ModuleSizes(try ELFFile(Array(contents)))
        } catch {
            throw badFile(image, "\(error)")
        }
        var rest = sizes.total
        var rows: [Row] = []
        for (name, size) in sizes.modules.sorted(by: { ($1.value.flash, $0.key) < ($0.value.flash, $1.key) }) {
            rows.append(Row(name: name, flash: Int(size.flash), memory: Int(size.memory)))
            rest.flash -= min(rest.flash, size.flash)
            rest.memory -= min(rest.memory, size.memory)
        }
        rows.append(Row(name: "without a symbol", flash: Int(rest.flash), memory: Int(rest.memory)))
        rows.append(Row(name: "total", flash: Int(sizes.total.flash), memory: Int(sizes.total.memory)))
        if json {
            try printJSON(rows)
        } else {
            print("module                    flash B    RAM B")
            for row in rows {
                let columns = [String(row.flash), String(row.memory)].map {
                    String(repeating: " ", count: max(0, 9 - $0.count)) + $0
                }
                print(row.name.padding(toLength: 26, withPad: " ", startingAt: 0) + columns.joined())
            }
        }
    }
}
