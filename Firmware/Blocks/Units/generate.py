#!/usr/bin/env python3
"""Makes Generated/*.swift and the tables of README.md from Definitions.txt, all beside it.

usage: generate.py           writes them
       generate.py --check   writes nothing; fails and names the files that differ
"""
import math
import os
import sys
from fractions import Fraction

FOLDER = os.path.dirname(os.path.abspath(__file__))
SOURCE = "Definitions.txt"
BASES = "LMTIKNJA"
BASE_SYMBOLS = dict(zip(BASES, ["m", "kg", "s", "A", "K", "mol", "cd", "rad"]))
BASE_NAMES = ["length", "mass", "time", "current", "temperature", "amount", "luminousIntensity", "angle"]
PREFIXES = {
    "pico": ("p", -12), "nano": ("n", -9), "micro": ("µ", -6), "milli": ("m", -3), "centi": ("c", -2), "-": ("", 0),
    "hecto": ("h", 2), "kilo": ("k", 3), "mega": ("M", 6), "giga": ("G", 9),
}
INTEGERS = {"Int32": (-(2**31), 2**31 - 1), "Int64": (-(2**63), 2**63 - 1), "UInt32": (0, 2**32 - 1)}
# Pi to the digits that a Double tells apart, over what leaves room for small integers in 64 bits.
PI = Fraction(31415926535897932, 10**16)


class Mistake(Exception):
    pass


class Unit:
    def __init__(self, name, plural, symbol, factor, exact, printed, typed):
        self.name, self.plural, self.symbol = name, plural, symbol
        self.factor, self.exact, self.printed, self.typed = factor, exact, printed, typed

    @property
    def type(self):
        return self.name[0].upper() + self.name[1:]

    @property
    def coherent(self):
        return self.factor == 1


class Dimension:
    def __init__(self, name, exponents):
        self.name, self.exponents = name, exponents
        self.text, self.quantities, self.units = "", [], []

    @property
    def coherent(self):
        return next(unit for unit in self.units if unit.coherent)

    def unit(self, type):
        return next(unit for unit in self.units if unit.type == type)


def exponents_of(words):
    exponents = dict.fromkeys(BASES, 0)
    for word in words:
        if word == "-":
            continue
        if word[0] not in exponents:
            raise Mistake(f"{word[0]} is no base dimension; those are {' '.join(BASES)}")
        exponents[word[0]] = int(word[1:] or 1)
    return tuple(exponents.values())


def factor_of(text):
    exact = not text.endswith("*pi")
    factor = Fraction(text.removesuffix("*pi"))
    return (factor if exact else factor * PI), exact


def joined(prefix, name):
    return name if prefix == "-" else prefix + name


def read():
    dimensions, relations, reciprocals = {}, [], []
    current = None

    def named(name):
        if name not in dimensions:
            raise Mistake(f"no dimension {name} was defined above")
        return dimensions[name]

    with open(os.path.join(FOLDER, SOURCE), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            words = line.split()
            if not words or words[0].startswith("#"):
                continue
            try:
                kind = words[0]
                if kind == "dimension":
                    if words[1] in dimensions:
                        raise Mistake(f"{words[1]} is defined twice")
                    current = dimensions[words[1]] = Dimension(words[1], exponents_of(words[2:]))
                elif kind == "is":
                    current.text = line.strip().removeprefix("is ")
                elif kind == "quantity":
                    current.quantities.append(tuple(words[1:4]))
                elif kind == "unit":
                    singular, plural, symbol, factor = words[1:5]
                    rest = words[5:]
                    typed = rest[rest.index("types") + 1:] if "types" in rest else []
                    prefixes = rest[:rest.index("types")] if "types" in rest else rest
                    value, exact = factor_of(factor)
                    for prefix in prefixes or ["-"]:
                        printed = not symbol.startswith("*") and not prefix.startswith("*")
                        prefix = prefix.removeprefix("*")
                        if prefix not in PREFIXES:
                            raise Mistake(f"{prefix} is no prefix; those are {' '.join(PREFIXES)}")
                        letter, power = PREFIXES[prefix]
                        unit = Unit(
                            joined(prefix, singular), joined(prefix, plural), letter + symbol.removeprefix("*"),
                            value * Fraction(10) ** power, exact, printed, prefix in typed)
                        unit.typed = unit.typed or unit.coherent
                        if any(other.symbol == unit.symbol for other in current.units):
                            raise Mistake(f"two units of {current.name} have the symbol {unit.symbol}")
                        if max(unit.factor.numerator, unit.factor.denominator) >= 2**63:
                            raise Mistake(f"the factor of {unit.name} does not fit 64 bits")
                        current.units.append(unit)
                elif kind == "relation":
                    product, left, right = named(words[1]), named(words[3]), named(words[5])
                    sum = tuple(a + b for a, b in zip(left.exponents, right.exponents))
                    if sum != product.exponents:
                        raise Mistake(f"{left.name} * {right.name} is {base_units(sum)}, and {product.name} is "
                                      f"{base_units(product.exponents)}")
                    relations.append((product, left, right))
                elif kind == "reciprocal":
                    one, other = named(words[1]), named(words[2])
                    if any(a + b for a, b in zip(one.exponents, other.exponents)):
                        raise Mistake(f"{one.name} is not the reciprocal of {other.name}")
                    reciprocals.append((one, other))
                else:
                    raise Mistake(f"a line begins with dimension, is, quantity, unit, relation or reciprocal, not {kind}")
            except (Mistake, ValueError) as mistake:
                sys.exit(f"{SOURCE}:{number}: {mistake}")
    for dimension in dimensions.values():
        if not any(unit.coherent for unit in dimension.units):
            sys.exit(f"{SOURCE}: {dimension.name} has no unit of factor 1")
        dimension.units.sort(key=lambda unit: unit.factor)
    return list(dimensions.values()), relations, reciprocals


def power(symbol, exponent):
    digits = "".join("⁻" if digit == "-" else "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(exponent))
    return symbol if exponent == 1 else symbol + digits


def base_units(exponents):
    parts = [power(BASE_SYMBOLS[base], exponent) for base, exponent in zip(BASES, exponents) if exponent]
    return "·".join(parts) or "1"


def decimal(number):
    return f"{number:_}"


def factor_words(unit, coherent):
    if not unit.exact:
        ratio = (unit.factor / PI).limit_denominator(10000)
        text = "π" if ratio.numerator == 1 else f"{ratio.numerator}π"
        return f"{text}/{ratio.denominator}" if ratio.denominator > 1 else text
    if unit.factor.denominator == 1:
        text = f"{unit.factor.numerator:,}".replace(",", " ")
        return text if unit.factor < 10**6 else power_of_ten(unit.factor) or text
    if unit.factor.numerator == 1 and set(str(unit.factor.denominator)) <= set("10"):
        return power_of_ten(unit.factor)
    value = float(unit.factor)
    return f"{value:g}" if Fraction(f"{value:g}") == unit.factor else f"{unit.factor.numerator}/{unit.factor.denominator}"


def power_of_ten(factor):
    exponent = round(math.log10(factor))
    return power("10", exponent) if Fraction(10) ** exponent == factor else None


def article(name):
    return ("an " if name[0] in "aeiou" else "a ") + name


def spaced(name):
    return "".join(" " + letter.lower() if letter.isupper() else letter for letter in name)


def head(what):
    return f"// {what}\n// Made by Firmware/Blocks/Units/generate.py of Definitions.txt beside it: do not edit.\n"


def dimensions_file(dimensions):
    text = head("The dimensions, and which units each has.")
    text += "\n/// The dimensions that quantities have. Each is a type without values.\npublic enum Dimensions {\n"
    for index, dimension in enumerate(dimensions):
        arguments = ", ".join(f"{name}: {value}" for name, value in zip(BASE_NAMES, dimension.exponents) if value)
        text += "\n" if index else ""
        text += f"    /// {dimension.text} In base units {base_units(dimension.exponents)}.\n"
        text += f"    public enum {dimension.name}: PhysicalDimension {{\n"
        text += f'        public static var name: StaticString {{ "{spaced(dimension.name).strip()}" }}\n'
        text += f"        public static var exponents: DimensionExponents {{ DimensionExponents({arguments}) }}\n"
        text += "        public static func unit(at index: Int) -> NamedUnit<Self>? {\n            switch index {\n"
        for place, unit in enumerate(dimension.units):
            text += f"            case {place}: .{unit.plural}\n"
        text += "            default: nil\n            }\n        }\n    }\n"
    return text + "}\n"


def units_file(dimensions):
    text = head("The units, by name and as types, and the names of quantities.")
    for dimension in dimensions:
        text += f"\n// MARK: - {dimension.name}\n\n"
        for index, (name, unit, scalar) in enumerate(dimension.quantities):
            words = dimension.text.removesuffix(".")
            if scalar != "Float":
                words = words.split(":")[0].split(". ")[0]
            held = f"In {dimension.unit(unit).plural}" if scalar == "Float" else f"Whole {dimension.unit(unit).plural}"
            text += f"/// {words}. {held}, as `{scalar}`.\npublic typealias {name} = Quantity<{unit}, {scalar}>\n"
        for unit in dimension.units:
            if unit.typed:
                text += f"\n/// {article(spaced(unit.name)).capitalize()}, as the unit of a quantity.\n"
                text += f"public enum {unit.type}: UnitOfMeasure {{\n    @inlinable @inline(__always)\n"
                text += f"    public static var unit: NamedUnit<Dimensions.{dimension.name}> {{ .{unit.plural} }}\n}}\n"
        text += f"\nextension NamedUnit where Dimension == Dimensions.{dimension.name} {{\n"
        for index, unit in enumerate(dimension.units):
            text += "\n" if index else ""
            symbol = f"`{unit.symbol}`"
            text += f"    /// {spaced(unit.plural).capitalize()}, {symbol}: "
            text += "the coherent unit.\n" if unit.coherent else f"{factor_words(unit, dimension.coherent)} {dimension.coherent.symbol}.\n"
            text += "    @inlinable @inline(__always)\n"
            text += f"    public static var {unit.plural}: Self {{\n"
            text += (f'        Self("{spaced(unit.plural)}", "{unit.symbol}", {decimal(unit.factor.numerator)}, '
                     f"{decimal(unit.factor.denominator)}, isPrinted: {str(unit.printed).lower()})\n    }}\n")
        text += "}\n"
    return text


def counts_file(dimensions):
    text = head("What quantities are made by, and read by: `.volts(3)`, `3.volts`, `voltage.volts`.")
    for dimension in dimensions:
        text += f"\n// MARK: - {dimension.name}\n"
        text += f"\nextension Quantity where Unit.Dimension == Dimensions.{dimension.name} {{\n"
        for index, unit in enumerate(dimension.units):
            text += "\n" if index else ""
            text += f"    /// So many {spaced(unit.plural)}. Precondition: an integer quantity can count it exactly.\n"
            text += "    @inlinable @inline(__always)\n"
            text += f"    public static func {unit.plural}(_ count: Scalar) -> Self {{ Self(count, .{unit.plural}) }}\n"
        text += "}\n"
        for unit in dimension.units:
            if unit.typed:
                text += f"\nextension Quantity where Unit == {unit.type} {{\n"
                text += f"    /// How many {spaced(unit.plural)} it is: what is stored.\n    @_transparent\n"
                text += f"    public var {unit.plural}: Scalar {{ count }}\n}}\n"
        name, type, scalar = dimension.quantities[0]
        counted = dimension.unit(type).factor
        for literal in ["Int", "Double"]:
            if literal == "Double" and scalar != "Float":
                continue
            members = []
            for unit in dimension.units:
                ratio = unit.factor / counted
                if scalar in INTEGERS and (ratio.denominator != 1 or ratio > INTEGERS[scalar][1]):
                    continue
                member = f"    /// So many {spaced(unit.plural)}.\n"
                if scalar == "UInt32":
                    member += "    @_transparent\n"
                    value = "narrowedForQuantity" if ratio == 1 else f"narrowedForQuantity * {decimal(ratio.numerator)}"
                    member += f"    public var {unit.plural}: {name} {{ {name}(count: {value}) }}\n"
                else:
                    member += "    @inlinable @inline(__always)\n"
                    member += f"    public var {unit.plural}: {name} {{ .{unit.plural}({scalar}(self)) }}\n"
                members.append(member)
            text += f"\nextension {literal} {{\n" + "\n".join(members) + "}\n"
    return text


def relations_file(dimensions, relations, reciprocals):
    text = head("Which products and quotients of quantities are quantities again.")
    operators = {dimension.name: [] for dimension in dimensions}

    def quantity(dimension):
        return f"Quantity<{dimension.coherent.type}, Scalar>"

    def add(left, operator, right, result):
        words = "times" if operator == "*" else "over"
        words = f"{sentence(left)} {words} {sentence(right).lower()} is {sentence(result).lower()}."
        operators[left.name].append(
            f"    /// {words[0].upper() + words[1:]}\n    @_transparent\n"
            f"    public static func {operator} (left: Self, right: {quantity(right)}) -> {quantity(result)} {{\n"
            f"        {quantity(result)}(count: left.count {operator} right.count)\n    }}\n")

    def sentence(dimension):
        return article(spaced(dimension.name).strip())

    for product, left, right in relations:
        add(left, "*", right, product)
        add(product, "/", right, left)
        if left is not right:
            add(right, "*", left, product)
            add(product, "/", left, right)
    for pair in reciprocals:
        for one, other in [pair, pair[::-1]]:
            operators[one.name].append(
                f"    /// The reciprocal of {sentence(one)} is {sentence(other)}.\n    @_transparent\n"
                f"    public static func / (number: Scalar, quantity: Self) -> {quantity(other)} {{\n"
                f"        {quantity(other)}(count: number / quantity.count)\n    }}\n\n"
                f"    /// {sentence(one).capitalize()} times {sentence(other)} is a number.\n    @_transparent\n"
                f"    public static func * (left: Self, right: {quantity(other)}) -> Scalar {{ left.count * right.count }}\n")
    for dimension in dimensions:
        if operators[dimension.name]:
            text += f"\nextension Quantity where Unit == {dimension.coherent.type}, Scalar: BinaryFloatingPoint {{\n"
            text += "\n".join(operators[dimension.name]) + "}\n"
    return text


def tables(dimensions, relations, reciprocals):
    text = "| dimension | base units | quantities | units |\n|---|---|---|---|\n"
    for dimension in dimensions:
        quantities = ", ".join(
            f"`{name}` ({dimension.unit(unit).symbol}, `{scalar}`)" for name, unit, scalar in dimension.quantities)
        units = ", ".join(
            f"`{unit.plural}` {unit.symbol}"
            + ("" if unit.coherent else f" ({factor_words(unit, dimension.coherent)})") for unit in dimension.units)
        text += f"| {spaced(dimension.name).strip()} | {base_units(dimension.exponents)} | {quantities} | {units} |\n"
    text += "\nProducts, each with its divisions and in either order:\n\n| product | factors |\n|---|---|\n"
    products = {}
    for product, left, right in relations:
        products.setdefault(product.name, []).append(f"{spaced(left.name).strip()} × {spaced(right.name).strip()}")
    for one, other in reciprocals:
        products.setdefault("Number", []).append(f"{spaced(one.name).strip()} × {spaced(other.name).strip()}")
    for name, factors in products.items():
        text += f"| {spaced(name).strip()} | {', '.join(factors)} |\n"
    return text


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    definitions = read()
    dimensions = definitions[0]
    with open(os.path.join(FOLDER, "README.md"), encoding="utf-8") as file:
        page = file.read()
    begin, end = "<!-- made by generate.py: begin -->\n", "<!-- made by generate.py: end -->"
    if page.count(begin) != 1 or page.count(end) != 1:
        sys.exit("README.md: there is no place for the tables, between two comments of generate.py")
    before, after = page.split(begin)[0], page.split(end)[1]
    files = {
        "Generated/Dimensions.swift": dimensions_file(dimensions),
        "Generated/UnitsByName.swift": units_file(dimensions),
        "Generated/Counts.swift": counts_file(dimensions),
        "Generated/Relations.swift": relations_file(*definitions),
        "README.md": before + begin + "\n" + tables(*definitions) + "\n" + end + after,
    }
    differing = []
    for name, text in files.items():
        path = os.path.join(FOLDER, name)
        old = open(path, encoding="utf-8").read() if os.path.exists(path) else None
        if old != text:
            differing.append(name)
            if sys.argv[1:] == []:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
    if sys.argv[1:] == ["--check"] and differing:
        sys.exit(f"not what Definitions.txt makes: {', '.join(differing)}; run Firmware/Blocks/Units/generate.py")


main()
