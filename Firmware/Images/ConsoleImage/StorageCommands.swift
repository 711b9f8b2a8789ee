// The `kv` commands.
import Console
import Interfaces
import Serial
import Storage
import Tasks
import Text

@MainActor
enum StorageCommands {
    /// What a line can hold is what a value can be here; the log itself takes longer ones.
    private static var longestValue: Int { 160 }

    static func run(_ arguments: inout Arguments, _ output: inout Output) async {
        guard let word = arguments.next() else {
            return await output.sendLine(
                "kv put KEY VALUE | kv get KEY | kv delete KEY | kv list [PREFIX] | kv stats | kv format")
        }
        if word.equals("list") {
            // No prefix is the empty one, which every key begins with.
            let prefix = arguments.next()
            return await list(prefix == nil ? word.extracting(first: 0) : prefix!, &output)
        }
        if word.equals("stats") { return await StorageStatistics.show(&output) }
        if word.equals("format") { return await format(arguments.next()?.equals("yes") ?? false, &output) }
        let isPut = word.equals("put")
        let isGet = word.equals("get")
        guard isPut || isGet || word.equals("delete") else {
            return await output.sendLine("kv takes put, get, delete, list, stats or format")
        }
        guard let key = arguments.next() else { return await output.sendLine("kv: which key?") }
        if isPut {
            guard let value = arguments.rest() else { return await output.sendLine("kv put: which value?") }
            await put(key, value, &output)
        } else if isGet {
            await get(key, &output)
        } else {
            await delete(key, &output)
        }
    }

    private static func put(
        _ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>, _ output: inout Output
    ) async {
        do throws(LogError) {
            try DataLog.use { log throws(LogError) in try log.put(key, value) }
        } catch {
            await fail(error, &output)
        }
    }

    private static func get(_ key: borrowing Span<UInt8>, _ output: inout Output) async {
        var value = InlineArray<160, UInt8>(repeating: 0)
        do throws(LogError) {
            let length = try DataLog.use { log throws(LogError) in
                var buffer = value.mutableSpan
                return try log.get(key, into: &buffer)
            }
            guard let length else {
                output.write("kv: there is no key ")
                output.write(key.extracting(first: min(key.count, 64)))
                return await output.sendLine("")
            }
            output.write(value.span.extracting(first: length))
            await output.sendLine("")
        } catch {
            await fail(error, &output)
        }
    }

    private static func delete(_ key: borrowing Span<UInt8>, _ output: inout Output) async {
        do throws(LogError) {
            let existed = try DataLog.use { log throws(LogError) in try log.delete(key) }
            if !existed { await output.sendLine("kv: there is no such key") }
        } catch {
            await fail(error, &output)
        }
    }

    /// Erases everything, once that is confirmed.
    private static func format(_ isConfirmed: Bool, _ output: inout Output) async {
        guard isConfirmed else {
            output.write("kv format erases all that is kept in ")
            output.write(DataLog.placeName)
            return await output.sendLine("; kv format yes does it")
        }
        do throws(LogError) { try DataLog.format() } catch { await fail(error, &output) }
    }

    /// Lists the keys one at a time, since a line is sent between one and the next: the `skip`th is looked for
    /// again each time, and a key that comes or goes meanwhile may be missed or shown twice.
    private static func list(_ prefix: borrowing Span<UInt8>, _ output: inout Output) async {
        var skip = 0
        var damage: LogError?
        while true {
            var key = TextBuffer<64>()
            var wasCut = false
            var length = 0
            do throws(LogError) {
                try DataLog.use { log throws(LogError) in
                    var position = 0
                    try log.forEach(prefix: prefix) { name, valueLength in
                        if position == skip {
                            for index in name.indices { key.write(byte: name[index]) }
                            wasCut = key.dropped > 0
                            length = valueLength
                        }
                        position += 1
                    }
                }
            } catch {
                // Every key but those with damaged records has been passed.
                guard case .damagedRecord = error else { return await fail(error, &output) }
                damage = error
            }
            guard key.count > 0 else { break }
            output.write(key.span)
            output.write(wasCut ? "... (" : " (")
            output.write(decimal: UInt32(length))
            output.write(length == 1 ? " byte) " : " bytes) ")
            if !wasCut { writeValue(of: key.span, &output) }
            await output.sendLine("")
            skip += 1
        }
        if let damage { return await fail(damage, &output) }
        if skip == 0 { await output.sendLine("kv: no keys") }
    }

    private static func writeValue(of key: borrowing Span<UInt8>, _ output: inout Output) {
        var value = InlineArray<160, UInt8>(repeating: 0)
        let length = try? DataLog.use { log throws(LogError) in
            var buffer = value.mutableSpan
            return try log.get(key, into: &buffer)
        }
        guard let length = length ?? nil else { return }
        output.write(value.span.extracting(first: length))
    }

    static func fail(_ error: LogError, _ output: inout Output) async {
        output.write("kv: ")
        error.write(to: &output)
        await output.sendLine("")
    }
}
