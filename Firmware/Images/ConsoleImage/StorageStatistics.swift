// `kv stats`: how full and how worn the log's flash is, drawn.
import Console
import Serial
import Storage
import Tasks
import Text

@MainActor
enum StorageStatistics {
    /// Characters that a sector's bar has.
    private static var barWidth: Int { 32 }

    static func show(_ output: inout Output) async {
        var sector = 0
        var figures = LogStatistics()
        repeat {
            do throws(LogError) {
                let state = try DataLog.use { log throws(LogError) in
                    figures = try log.statistics()
                    return try log.statistics(ofSector: sector)
                }
                write(sector, state, &output)
            } catch {
                return await StorageCommands.fail(error, &output)
            }
            await output.sendLine("")
            sector += 1
        } while sector < figures.sectors
        write(figures, &output)
        await output.sendLine("")
    }

    /// A bar: `#` holds current values, `:` what was overwritten, `.` nothing.
    private static func write(_ number: Int, _ sector: SectorStatistics, _ output: inout Output) {
        output.write("sector ")
        output.write(decimal: UInt32(number))
        output.write(" [")
        let live = (sector.liveBytes * barWidth + sector.length - 1) / sector.length
        let used = (sector.usedBytes * barWidth + sector.length - 1) / sector.length
        for column in 0..<barWidth { output.write(column < live ? "#" : column < used ? ":" : ".") }
        output.write("] ")
        output.write(decimal: UInt32(sector.usedBytes * 100 / sector.length))
        output.write("% used, ")
        output.write(decimal: UInt32(sector.liveBytes * 100 / sector.length))
        output.write("% live, erased ")
        output.write(decimal: sector.eraseCount)
        output.write(sector.eraseCount == 1 ? " time" : " times")
    }

    private static func write(_ figures: LogStatistics, _ output: inout Output) {
        output.write(decimal: UInt32(figures.keys))
        output.write(" of ")
        output.write(decimal: UInt32(figures.keyCapacity))
        output.write(" keys, ")
        output.write(decimal: UInt32(figures.liveBytes))
        output.write(" of ")
        output.write(decimal: UInt32(figures.liveByteLimit))
        output.write(" bytes live, ")
        output.write(decimal: UInt32(figures.freeBytes))
        output.write(" free")
        guard figures.acknowledgedBytes > 0 else { return }
        let percent = UInt64(figures.programmedBytes) * 100 / UInt64(figures.acknowledgedBytes)
        output.write(", ")
        output.write(decimal: UInt32(clamping: percent))
        output.write(" bytes programmed for 100 written")
    }
}
