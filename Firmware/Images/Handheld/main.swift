// The handheld image on a board.
import HandheldImage
import Tasks

HandheldImage.start()
Dispatcher.run()
