// Where a player's samples are heard.
import Analog
import CortexM
import Interfaces
import Tasks

/// The sound output of a board that plays: 31 ms of samples.
public typealias PlayerSound<Device: SampleOutputDevice> = SampleOutput<Device, 1024>

extension Player {
    /// An output for `device`, if there is one, with its interrupts bound to `handler`, which calls its `handleInterrupt`. At
    /// level 2, below a display's: that handler works for 10 us, and this one may be late by 15 ms. During start-up.
    ///
    /// Generic, for with a board that has no output the compiler would say that the rest is never executed.
    public static func makeSound<Device: SampleOutputDevice>(
        on device: Device?, handler: @escaping @Level2 () -> Void
    ) -> PlayerSound<Device>? {
        guard let device else { return nil }
        let sound = PlayerSound(device)
        let lines = sound.interruptLines
        for index in lines.indices { Level2.bind(lines[index], to: handler) }
        return sound
    }
}
