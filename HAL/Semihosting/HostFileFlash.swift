// A file of the host that behaves like NOR flash: for chips whose own flash cannot be written, as in QEMU.
import Interfaces

/// Three sectors of 16 KB in a host file, as an STM32F405's sectors 1 to 3. Programming only clears bits,
/// erasing sets a sector to `0xFF`; what is programmed is in the file when the call returns.
public struct HostFileFlash: NORFlash, ~Copyable {
    private let file: HostFile

    /// The file's length in bytes: it holds the sectors and nothing else.
    public static var byteCount: Int { 48 << 10 }
    private static var sectorLength: UInt32 { 16 << 10 }

    /// Why a file was not taken as flash.
    public enum Failure: Error, Equatable, Sendable {
        /// It cannot be opened, or there is no host.
        case unavailable
        /// It has another length, so it is something else: it is left as it is.
        case wrongLength(Int)
        /// The host failed to write a new file. What it wrote is gone on with when it is opened again.
        case notWritten
    }

    /// Opens the file, or makes one that reads as erased flash. A file that is empty, or shorter and erased as far as it goes,
    /// is one whose making found no room on the disk: it is finished.
    /// - Throws: `unavailable` if there is no host or it cannot open the file, `wrongLength` if the file is something else,
    ///   `notWritten` if a new one could not be filled.
    public static func open(path: borrowing Span<UInt8>) throws(Failure) -> HostFileFlash {
        if let file = HostFile(path: path, mode: .update) {
            guard let length = file.length else { throw .unavailable }
            let flash = HostFileFlash(file: file)
            if length == byteCount { return flash }
            guard length < byteCount, flash.isErased(length) else { throw .wrongLength(length) }
            return try erased(flash)
        }
        guard let file = HostFile(path: path, mode: .createForUpdate) else { throw .unavailable }
        return try erased(HostFileFlash(file: file))
    }

    private static func erased(_ flash: consuming HostFileFlash) throws(Failure) -> HostFileFlash {
        for index in 0..<flash.sectorCount {
            do throws(FlashError) { try flash.erase(sector: index) } catch { throw .notWritten }
        }
        return flash
    }

    /// Whether the first `length` bytes can be read and are erased.
    private func isErased(_ length: Int) -> Bool {
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        guard file.seek(to: 0) else { return false }
        var left = length
        while left > 0 {
            var bytes = chunk.mutableSpan
            let count = min(left, 64)
            var part = bytes.extracting(first: count)
            guard file.read(into: &part) else { return false }
            for index in 0..<count where chunk[index] != 0xFF { return false }
            left -= count
        }
        return true
    }

    private init(file: consuming HostFile) { self.file = file }

    public var programUnit: Int { 4 }
    /// Three.
    public var sectorCount: Int { Self.byteCount / Int(Self.sectorLength) }

    public func sector(_ index: Int) -> FlashSector {
        FlashSector(offset: UInt32(index) * Self.sectorLength, length: Self.sectorLength)
    }

    private func check(_ offset: UInt32, _ length: Int, unit: Int) throws(FlashError) {
        guard Int(offset) + length <= Self.byteCount, Int(offset) % unit == 0, length % unit == 0 else {
            throw .outOfRange(address: offset, length: UInt32(length))
        }
    }

    /// Reads the bytes from `offset` on into all of `buffer`. Cost: two calls of the host.
    /// - Throws: `outOfRange` if the bytes are not all within the file, `input` if the host failed.
    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        try check(offset, buffer.count, unit: 1)
        guard file.seek(to: offset), file.read(into: &buffer) else { throw .input }
    }

    /// Clears the bits that are 0 in `bytes`, whole words. Cost: four calls of the host for each word.
    /// - Throws: `outOfRange` past the file or for less than whole words; `notProgrammed` at the first byte that would need a 0
    ///   turned into a 1; `input` if the host failed. The words before the one that failed are in the file.
    public func program(_ bytes: borrowing Span<UInt8>, at offset: UInt32) throws(FlashError) {
        try check(offset, bytes.count, unit: programUnit)
        // The stored bytes are needed too: to clear bits, and not to set any.
        var unit = InlineArray<4, UInt8>(repeating: 0)
        for index in stride(from: 0, to: bytes.count, by: programUnit) {
            let target = offset + UInt32(index)
            var stored = unit.mutableSpan
            guard file.seek(to: target), file.read(into: &stored) else { throw .input }
            for position in 0..<programUnit {
                let byte = bytes[index + position]
                guard byte & ~unit[position] == 0 else { throw .notProgrammed(address: target + UInt32(position)) }
                unit[position] = byte
            }
            guard file.seek(to: target), file.write(unit.span) else { throw .input }
        }
    }

    /// Sets the sector's bytes to `0xFF` in the file. Cost: a call of the host for each 256 bytes.
    /// - Throws: `input` if the host failed; the sector then may be erased in part.
    public func erase(sector index: Int) throws(FlashError) {
        let sector = sector(index)
        let blank = InlineArray<256, UInt8>(repeating: 0xFF)
        guard file.seek(to: sector.offset) else { throw .input }
        for _ in 0..<sector.length / 256 {
            guard file.write(blank.span) else { throw .input }
        }
    }
}
