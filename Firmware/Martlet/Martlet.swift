// Everything that an image of its own package needs, under one name.
//
//     import Martlet
//
// A board is a module besides: it brings its chip's drivers. What is not named here (the Game Boy, the console's line
// editor, sounds, pictures) has a product of its own.
@_exported import Analog
@_exported import Buses
@_exported import CortexM
@_exported import Displays
@_exported import Inputs
@_exported import Interfaces
@_exported import MMIO
@_exported import MartletRelease
@_exported import Memory
@_exported import Queues
@_exported import Sensors
@_exported import Serial
@_exported import SerialFlash
@_exported import SharedStorage
@_exported import Storage
@_exported import Tasks
@_exported import Text
@_exported import Timers
