// The console image on a board.
import ConsoleImage
import Tasks

ConsoleImage.start()
Dispatcher.run()
