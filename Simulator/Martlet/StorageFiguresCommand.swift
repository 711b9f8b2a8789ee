// `martlet storage figures`: what the log costs its flash.
import ArgumentParser
import Foundation
import StorageTools

extension StorageCommand {
    struct Figures: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints what the log costs its flash: bytes programmed and read, erases, wear.",
            discussion: "20,000 puts of 32 bytes under keys of 2, on 16 sectors of 4 KB, program unit 4.")

        func run() throws {
            for workload in StorageFigures.Workload.allCases {
                let figures = try StorageFigures.measure(workload)
                print(workload.rawValue)
                print(String(format: "  bytes programmed a put        %8.1f", figures.bytesPerPut))
                print(String(format: "  erases a thousand puts        %8.1f", figures.erasesPerThousandPuts))
                print("  bytes of the worst put        \(pad(figures.worstPut)), of those without an erase")
                print("  erases of a sector            \(pad(figures.wear.lowerBound)) to \(figures.wear.upperBound)")
                print(String(format: "  bytes read a get              %8.1f", figures.bytesReadPerGet))
                print(
                    String(format: "  bytes read by a mount         %8.0f", figures.bytesReadByMount)
                        + ", at most \(figures.mostBytesReadByMount)")
            }
        }

        private func pad(_ number: Int) -> String { String(format: "%8d", number) }
    }
}
