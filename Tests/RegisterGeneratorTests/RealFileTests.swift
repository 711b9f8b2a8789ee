// The manufacturers' files, where SVD_FILES names a folder that has them; skipped where it does not.
import Foundation
import XCTest

@testable import RegisterGenerator

final class RealFileTests: XCTestCase {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func svd(_ name: String) throws -> Data {
        guard let folder = ProcessInfo.processInfo.environment["SVD_FILES"], !folder.isEmpty else {
            throw XCTSkip("SVD_FILES names no folder of register files")
        }
        // A path that is not from the root starts at the project, wherever the tests run.
        let file = URL(fileURLWithPath: folder, relativeTo: RealFileTests.root).appendingPathComponent(name)
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw XCTSkip("\(name) is not in the folder that SVD_FILES names")
        }
        return data
    }

    private func check(_ name: String, peripherals: Int, fields: Int) throws {
        let generator = try RegisterGenerator(svd: svd(name), svdName: name)
        XCTAssertEqual(generator.device.peripherals.count, peripherals)
        XCTAssertEqual(generator.device.expandedFieldCount, fields)
        let files = generator.files()
        XCTAssertEqual(files.map(\.name), Set(files.map(\.name)).sorted())
        XCTAssertFalse(files.contains { $0.text.isEmpty })
    }

    func testSTM32F405() throws { try check("STM32F405.svd", peripherals: 76, fields: 11_920) }
    func testSTM32F746() throws { try check("STM32F746.svd", peripherals: 88, fields: 14_048) }
    func testSTM32L475() throws { try check("STM32L475.svd", peripherals: 72, fields: 9_540) }
    func testNRF52840() throws { try check("nRF52840.svd", peripherals: 73, fields: 5_947) }
    func testRP2040() throws { try check("RP2040.svd", peripherals: 35, fields: 4_821) }
    func testCMSDK() throws { try check("CMSDK_CM3.svd", peripherals: 14, fields: 182) }

    /// The committed files are what the generator makes now, no more and no less.
    private func checkCommitted(_ name: String, _ folder: String, peripherals: [String]?) throws {
        let pac = RealFileTests.root.appendingPathComponent("HAL/PAC")
        let overlayName = "\(folder).overlay.json"
        let overlay = try Data(contentsOf: pac.appendingPathComponent(overlayName))
        let made = try RegisterGenerator(
            svd: svd(name), svdName: name, overlay: (overlay, overlayName), peripherals: peripherals
        ).files()
        let committed = pac.appendingPathComponent(folder)
        XCTAssertEqual(
            try FileManager.default.contentsOfDirectory(atPath: committed.path).sorted(), made.map(\.name))
        for file in made {
            let text = try String(contentsOf: committed.appendingPathComponent(file.name), encoding: .utf8)
            XCTAssertTrue(text == file.text, "\(folder)/\(file.name) is not what the generator makes")
        }
    }

    func testCommittedSTM32F405() throws {
        let ports = "ABCDEFGHI".map { "GPIO\($0)" }
        let serial = ["USART1", "USART2", "USART3", "UART4", "UART5", "USART6"]
        try checkCommitted(
            "STM32F405.svd", "STM32F405",
            peripherals: ["RCC", "PWR", "FLASH"] + ports + serial + [
                "SYSCFG", "EXTI", "DBGMCU", "SPI1", "SPI2", "SPI3", "I2C1", "I2C2", "I2C3", "IWDG", "RNG", "TIM3",
                "TIM4", "TIM2", "TIM5", "TIM6", "TIM7", "DMA1", "DMA2", "ADC1", "ADC2", "ADC3", "ADC_Common", "DAC", "RTC",
            ])
    }

    func testCommittedCMSDK() throws { try checkCommitted("CMSDK_CM3.svd", "CMSDK", peripherals: nil) }
}
