import XCTest

@testable import ImageFile

final class ELFFileTests: XCTestCase {
    /// A file with the sections null, .text, .bss, symbols, and names.
    private func makeFile() -> [UInt8] {
        let names = "\0.text\0.bss\0.symtab\0.strtab\0$e5Tasks3fooyyF\0plain\0"
        let nameBytes = Array(names.utf8)
        func offset(_ text: String) -> UInt32 { UInt32(names.range(of: "\0" + text)!.lowerBound.utf16Offset(in: names) + 1) }
        var file = [UInt8](repeating: 0, count: 52)
        func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) } }
        func put(_ bytes: [UInt8], at position: Int) {
            for (index, byte) in bytes.enumerated() { file[position + index] = byte }
        }
        put([0x7F, 0x45, 0x4C, 0x46, 1, 1], at: 0)
        let symbolsOffset = file.count
        file += [UInt8](repeating: 0, count: 16)
        // foo: 40 bytes at 0x101 (Thumb) in section 1; plain: 12 bytes in section 2.
        file += word(offset("$e5Tasks")) + word(0x101) + word(40) + [0, 0, 1, 0]
        file += word(offset("plain")) + word(0x2000_0000) + word(12) + [0, 0, 2, 0]
        let stringsOffset = file.count
        file += nameBytes
        while file.count % 4 != 0 { file.append(0) }
        let table = file.count
        func section(
            _ name: String, _ kind: UInt32, _ flags: UInt32, _ address: UInt32, _ start: Int, _ size: Int, _ link: UInt32 = 0
        ) {
            file += word(name.isEmpty ? 0 : offset(name)) + word(kind) + word(flags) + word(address)
            file += word(UInt32(start)) + word(UInt32(size)) + word(link) + word(0) + word(4) + word(0)
        }
        section("", 0, 0, 0, 0, 0)
        section(".text", 1, 6, 0x100, 52, 64)
        section(".bss", 8, 3, 0x2000_0000, 0, 32)
        section(".symtab", 2, 0, 0, symbolsOffset, 48, 4)
        section(".strtab", 3, 0, 0, stringsOffset, nameBytes.count)
        put(word(UInt32(table)), at: 32)
        put([40, 0, 5, 0, 4, 0], at: 46)
        return file
    }

    func testSectionsAndSymbols() throws {
        let file = try ELFFile(makeFile())
        XCTAssertEqual(file.sections.map(\.name), ["", ".text", ".bss", ".symtab", ".strtab"])
        XCTAssertEqual(file.symbols.map(\.name), ["", "$e5Tasks3fooyyF", "plain"])
        XCTAssertEqual(file.symbols[1].size, 40)
        XCTAssertTrue(file.sections[1].hasContents)
        XCTAssertFalse(file.sections[2].hasContents)
    }

    func testSizesAreCountedForTheModuleThatASymbolNames() throws {
        let sizes = ModuleSizes(try ELFFile(makeFile()))
        XCTAssertEqual(sizes.modules["Tasks"], ModuleSizes.Size(flash: 40, memory: 0))
        XCTAssertEqual(sizes.modules["C, outlined and constants"], ModuleSizes.Size(flash: 0, memory: 12))
        XCTAssertEqual(sizes.total, ModuleSizes.Size(flash: 64, memory: 32))
    }

    func testVariablesCopiedBesideCodeAreMemory() throws {
        // .text is writable here, and .bss has become variables beside code, copied to RAM from 0x200.
        var file = makeFile()
        let table = Int(file[32]) | Int(file[33]) << 8
        (file[table + 40 + 8], file[table + 80 + 4], file[table + 80 + 8]) = (7, 1, 7)
        let header: [UInt32] = [1, 0, 0x2000_0000, 0x200, 32, 32, 7, 4]
        let start = file.count
        for word in header { withUnsafeBytes(of: word.littleEndian) { file += $0 } }
        (file[28], file[29], file[42], file[44]) = (UInt8(start & 0xFF), UInt8(start >> 8), 32, 1)
        let sizes = ModuleSizes(try ELFFile(file))
        XCTAssertEqual(sizes.total, ModuleSizes.Size(flash: 64 + 32, memory: 32))
    }

    func testAFileOfSomethingElseIsRefusedWithWhatIsWrong() {
        XCTAssertThrowsError(try ELFFile([1, 2, 3])) { XCTAssertTrue("\($0)".contains("3 bytes")) }
        XCTAssertThrowsError(try ELFFile([UInt8](repeating: 0, count: 64))) { XCTAssertTrue("\($0)".contains("not an ELF")) }
    }

    func testATruncatedFileIsRefusedWithWhere() {
        let file = makeFile()
        for length in stride(from: 52, to: file.count - 24, by: 7) {
            XCTAssertThrowsError(try ELFFile(Array(file.prefix(length)))) {
                XCTAssertTrue("\($0)".contains("ends at byte \(length)"))
            }
        }
    }

    func testModulesOfMangledNames() {
        XCTAssertEqual(ModuleSizes.module(of: "$e7Storage9LogMediumV3foo"), "Storage")
        XCTAssertEqual(ModuleSizes.module(of: "$eScM6sharedScMvpZ"), "_Concurrency")
        XCTAssertEqual(ModuleSizes.module(of: "$es6UInt32V"), "Swift")
        XCTAssertEqual(ModuleSizes.module(of: "swift_task_alloc"), "ConcurrencyABI")
        XCTAssertEqual(ModuleSizes.module(of: "memcpy"), "libgcc, newlib")
    }
}
