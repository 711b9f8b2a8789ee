// The last word of the command line.
import Semihosting

struct Word: Sendable {
    private var characters = InlineArray<16, UInt8>(repeating: 0)
    private var count = 0

    static func last() -> Word {
        var line = InlineArray<128, UInt8>(repeating: 0)
        var span = line.mutableSpan
        var word = Word()
        guard let length = Semihosting.commandLine(into: &span) else { return word }
        for index in 0..<length {
            if line[index] == UInt8(ascii: " ") {
                word.count = 0
            } else if word.count < 16 {
                word.characters[word.count] = line[index]
                word.count += 1
            }
        }
        return word
    }

    static func ~= (text: StaticString, word: Word) -> Bool { word == text }

    static func == (word: Word, text: StaticString) -> Bool {
        guard word.count == text.utf8CodeUnitCount else { return false }
        // SAFETY: the text has that many characters.
        for index in 0..<word.count where word.characters[index] != text.utf8Start[index] { return false }
        return true
    }
}
