// `martlet size`: what each module of an image takes of the chip's memory.
import ArgumentParser
import Foundation
import ImageFile

struct SizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "size", abstract: "Prints flash and RAM of an image by module.",
        discussion: "An image built by run.sh is at .build/BOARD/armv7em-none-none-eabi/release/IMAGE.")

    @Argument(help: "The image, an ELF file.")
    var image: String

    func run() throws {
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
