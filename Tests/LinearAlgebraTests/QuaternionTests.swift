// Rotations by quaternions, against matrices and the C library's sine and cosine.
import Foundation
import LinearAlgebra
import XCTest

final class QuaternionTests: XCTestCase {
    private func random(using generator: inout SeededGenerator) -> Quaternion<Double> {
        Quaternion(rotationVector: Vector<3, Double>.random(using: &generator) * 3)
    }

    private func distance(_ left: Quaternion<Double>, _ right: Quaternion<Double>) -> Double {
        Quaternion(w: left.w - right.w, x: left.x - right.x, y: left.y - right.y, z: left.z - right.z).length
    }

    func testTheProductIsHamiltons() {
        let (one, i) = (Quaternion<Float>.identity, Quaternion<Float>(w: 0, x: 1, y: 0, z: 0))
        let (j, k) = (Quaternion<Float>(w: 0, x: 0, y: 1, z: 0), Quaternion<Float>(w: 0, x: 0, y: 0, z: 1))
        XCTAssertEqual(i * j, k)
        XCTAssertEqual(j * k, i)
        XCTAssertEqual(k * i, j)
        XCTAssertEqual(j * i, k.conjugate)
        XCTAssertEqual(i * i, Quaternion(w: -1, x: 0, y: 0, z: 0))
        XCTAssertEqual(one * k, k)
    }

    func testAQuarterTurnAboutEachAxis() {
        let quarter = Double.pi / 2
        let turns: [(Vector<3, Double>, Vector<3, Double>, Vector<3, Double>)] = [
            (Vector([quarter, 0, 0]), Vector([0, 1, 0]), Vector([0, 0, 1])),
            (Vector([0, quarter, 0]), Vector([0, 0, 1]), Vector([1, 0, 0])),
            (Vector([0, 0, quarter]), Vector([1, 0, 0]), Vector([0, 1, 0])),
        ]
        for (turn, vector, turned) in turns {
            XCTAssertLessThan(Quaternion(rotationVector: turn).rotate(vector).distance(to: turned), 1e-15)
        }
    }

    func testRotationVectorsHaveTheSineAndCosineOfHalfTheAngle() {
        var generator = SeededGenerator(state: 21)
        for step in 0...200 {
            let angle = Double(step) * 0.05
            let random = Vector<3, Double>.random(using: &generator)
            let axis = random / random.length
            let expected = Quaternion(w: cos(angle / 2), vector: axis * sin(angle / 2))
            XCTAssertLessThan(distance(Quaternion(rotationVector: axis * angle), expected), 2e-15 * max(1, angle))
            let narrow = Quaternion<Float>(rotationVector: axis.map { Float($0 * angle) })
            XCTAssertEqual(narrow.w, Float(expected.w), accuracy: 1e-6 * Float(max(1, angle)))
            XCTAssertEqual(narrow.length, 1, accuracy: 1e-6 * Float(max(1, angle)))
        }
        XCTAssertEqual(Quaternion<Float>(rotationVector: .zero), .identity)
    }

    func testMatricesTurnAsQuaternionsDo() {
        var generator = SeededGenerator(state: 22)
        for _ in 0..<200 {
            let (first, second) = (random(using: &generator), random(using: &generator))
            let vector = Vector<3, Double>.random(using: &generator)
            XCTAssertLessThan((first.rotationMatrix * vector).distance(to: first.rotate(vector)), 1e-14)
            XCTAssertLessThan((first * second).rotate(vector).distance(to: first.rotate(second.rotate(vector))), 1e-14)
            XCTAssertLessThan(first.conjugate.rotate(first.rotate(vector)).distance(to: vector), 1e-14)
            XCTAssertEqual(first.rotationMatrix.determinant(), 1, accuracy: 1e-14)
        }
    }

    func testMatricesBecomeTheSameQuaternion() {
        var generator = SeededGenerator(state: 23)
        for _ in 0..<200 {
            var quaternion = random(using: &generator)
            if quaternion.w < 0 { quaternion = Quaternion(w: -quaternion.w, vector: -quaternion.vector) }
            XCTAssertLessThan(distance(Quaternion(rotationMatrix: quaternion.rotationMatrix), quaternion), 1e-14)
        }
        // Half turns have no real part to divide by.
        for axis in [Vector<3, Double>([1, 0, 0]), Vector([0, 1, 0]), Vector([0, 0, 1]), Vector([0.6, 0, -0.8])] {
            let half = Quaternion(w: 0, vector: axis)
            let again = Quaternion(rotationMatrix: half.rotationMatrix)
            XCTAssertLessThan(again.rotationMatrix.distance(to: half.rotationMatrix), 1e-15)
        }
        XCTAssertEqual(Quaternion(rotationMatrix: Matrix<3, 3, Double>.identity), .identity)
    }

    func testNormalizing() throws {
        let quaternion = try XCTUnwrap(Quaternion<Float>(w: 2, x: 0, y: -2, z: 1).normalized())
        XCTAssertEqual(quaternion.length, 1, accuracy: 1e-7)
        XCTAssertEqual(quaternion.y, -2.0 / 3, accuracy: 1e-7)
        XCTAssertNil(Quaternion<Float>(w: 0, x: 0, y: 0, z: 0).normalized())
        XCTAssertNil(Quaternion<Float>(w: .nan, x: 0, y: 0, z: 0).normalized())
    }

    /// A turn in ten thousand steps, and its length after them.
    func testIntegratingARate() {
        let rate = Vector<3, Float>([0.3, -0.5, 0.2])
        var quaternion = Quaternion<Float>.identity
        for _ in 0..<10_000 { quaternion = quaternion.integrating(rate: rate, for: 0.001) }
        let expected = Quaternion<Float>(rotationVector: rate * 10)
        XCTAssertEqual(quaternion.length, 1, accuracy: 1e-6)
        XCTAssertLessThan(quaternion.rotationMatrix.distance(to: expected.rotationMatrix), 5e-4)
        // About the body's own axes: a quarter about x, and the body's y is the world's z.
        let quarter = Float.pi / 2
        let tipped = Quaternion<Float>.identity.integrating(rate: Vector([quarter, 0, 0]), for: 1)
        let turned = tipped.integrating(rate: Vector([0, quarter, 0]), for: 1)
        XCTAssertLessThan(turned.rotate(Vector([1, 0, 0])).distance(to: Vector([0, 1, 0])), 1e-6)
    }
}
