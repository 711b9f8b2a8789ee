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
        func row(_ name: String, _ size: ModuleSizes.Size) {
            let columns = [String(size.flash), String(size.memory)].map {
                String(repeating: " ", count: max(0, 9 - $0.count)) + $0
            }
            print(name.padding(toLength: 26, withPad: " ", startingAt: 0) + columns.joined())
        }
        print("module                    flash B    RAM B")
        var rest = sizes.total
        for (name, size) in sizes.modules.sorted(by: { ($1.value.flash, $0.key) < ($0.value.flash, $1.key) }) {
            row(name, size)
            rest.flash -= min(rest.flash, size.flash)
            rest.memory -= min(rest.memory, size.memory)
        }
        row("without a symbol", rest)
        row("total", sizes.total)
    }
}
