// More hertz than 32 bits have room for.
// expect: arithmetic operation '5000 * 1000000'
// expect: results in an overflow
import Units

func clock() -> Frequency { 5000.megahertz }
