// A field is read from the header it belongs to.
// expect: 'Field<SpacePacketHeader, UInt16>'
import Frames

func read(_ time: borrowing FrameView<TimeCode.Layout>) -> UInt16 {
    time[Field<SpacePacketHeader, UInt16>.applicationProcess]
}
