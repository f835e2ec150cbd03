"""Small invented tables in the shapes that offices send: what stands in each, and what must come out."""

import csv
from dataclasses import dataclass

from workbench.standards.tables import Table


@dataclass(frozen=True)
class Odd:
    """A table as CSV text, and the standards in it: (code, level, grades) in reading order, headings included."""

    text: str
    expected: tuple[tuple[str, int, tuple[str, ...]], ...]
    first: str


def table(text: str, name: str = "Sheet1") -> Table:
    """Return the table that a CSV text holds."""
    rows = tuple(tuple(row) for row in csv.reader(text.strip("\n").splitlines()))
    return Table(name=name, rows=rows, lines=tuple(range(1, len(rows) + 1)))


ODD = {
    "the header stands on row 4, below title lines": Odd(
        """
Ministry of Education,,
Curriculum for natural science 2026,,
,,
Code,Learning outcome,Grade
NS1.1,Describes the parts of a flowering plant and what each does,5
NS1.2,Compares how animals and plants get their food,5
NS2.1,Explains why metals feel colder than wood,6
Source: Directorate of curricula,,
""",
        (("NS1.1", 1, ("5",)), ("NS1.2", 1, ("5",)), ("NS2.1", 1, ("6",))),
        "Describes the parts of a flowering plant and what each does",
    ),
    "strand and domain are merged cells": Odd(
        """
Strand,Domain,Code,Standard
Number,Fractions,N.F.1,Adds fractions with the same denominator and explains how
,,N.F.2,Orders fractions on a number line and explains the order
,Decimals,N.D.1,Reads and writes decimals with two places after the point
Geometry,Shapes,G.S.1,Sorts flat shapes by the number of their sides
,,G.S.2,Finds right angles in the things around the school
""",
        (
            ("", 1, ()),
            ("", 2, ()),
            ("N.F.1", 3, ()),
            ("N.F.2", 3, ()),
            ("", 2, ()),
            ("N.D.1", 3, ()),
            ("", 1, ()),
            ("", 2, ()),
            ("G.S.1", 3, ()),
            ("G.S.2", 3, ()),
        ),
        "Number",
    ),
    "two header rows, grades as columns with an X": Odd(
        """
Standard,,Grade,,,
No.,Wording,K,1,2,3
1.1,Listens to a story and tells it again in the right order,X,X,,
1.2,Reads short words aloud with the right sounds,,x,X,
2.1,Writes three sentences about a day at school,,,,x
""",
        (("1.1", 1, ("K", "1")), ("1.2", 1, ("1", "2")), ("2.1", 1, ("3",))),
        "Listens to a story and tells it again in the right order",
    ),
    "codes are numbers": Odd(
        """
Number,Objective,Year
1,Knows the names of the months and uses them in sentences,7
2,Asks for the way and understands the answer,7
10,Writes a letter to a friend about the holidays,8
""",
        (("1", 1, ("7",)), ("2", 1, ("7",)), ("10", 1, ("8",))),
        "Knows the names of the months and uses them in sentences",
    ),
    "the code opens the text of the cell": Odd(
        """
Habilidades,Ano
(EF01MA01) Utilizar números naturais como indicador de quantidade,1º
(EF01MA02) Contar de maneira exata ou aproximada os objetos de uma coleção,1º
(EF12LP01) Ler palavras novas com precisão na decodificação,1º ao 2º
""",
        (("EF01MA01", 1, ("1",)), ("EF01MA02", 1, ("1",)), ("EF12LP01", 1, ("1", "2"))),
        "Utilizar números naturais como indicador de quantidade",
    ),
    "a column says the level": Odd(
        """
Level,Code,Title
1,A,Living things
2,A.1,Cells and what they are made of
3,A.1.1,Names the parts of a plant cell in a drawing
3,A.1.2,Tells a plant cell from an animal cell
2,A.2,Food and where it comes from
1,B,Matter
2,B.1,Solids and liquids in the kitchen
""",
        (
            ("A", 1, ()),
            ("A.1", 2, ()),
            ("A.1.1", 3, ()),
            ("A.1.2", 3, ()),
            ("A.2", 2, ()),
            ("B", 1, ()),
            ("B.1", 2, ()),
        ),
        "Living things",
    ),
    "the wording is indented": Odd(
        """
Aprendizajes esperados,Grado
Números y operaciones,
    Resuelve problemas de suma con números naturales,3
    Resuelve problemas de resta con números naturales,3
Forma y espacio,
    Describe figuras geométricas por sus lados,4
        Distingue el cuadrado del rombo en un dibujo,4
""",
        (
            ("", 1, ()),
            ("", 2, ("3",)),
            ("", 2, ("3",)),
            ("", 1, ()),
            ("", 2, ("4",)),
            ("", 3, ("4",)),
        ),
        "Números y operaciones",
    ),
    "empty columns stand between": Odd(
        """
,Code,,Compétence,,Classe,
,FR.1,,Lire un texte court à voix haute et sans hésiter,,CP,
,FR.2,,Écrire une phrase simple avec une majuscule et un point,,6e,
,FR.3,,Résumer une histoire en trois phrases,,6e,
""",
        (("FR.1", 1, ("CP",)), ("FR.2", 1, ("6",)), ("FR.3", 1, ("6",))),
        "Lire un texte court à voix haute et sans hésiter",
    ),
    "the header is repeated on every page": Odd(
        """
コード,内容,学年
A1-1,身近な生き物の名前を知り特徴を話すことができる,第3学年
A1-2,植物の育つ順序を観察して記録することができる,第3学年
コード,内容,学年
B2-1,電気の通り道について予想し実験することができる,第4学年
,,
コード,内容,学年
B2-2,月の形の変わり方を説明することができる,第4学年
""",
        (("A1-1", 1, ("3",)), ("A1-2", 1, ("3",)), ("B2-1", 1, ("4",)), ("B2-2", 1, ("4",))),
        "身近な生き物の名前を知り特徴を話すことができる",
    ),
    "headings stand in rows of their own": Odd(
        """
Ref,Expectation,Year group
Speaking and listening,,
SL1,Takes turns in a conversation and answers what was asked,Year 3
SL2,Gives a short talk and looks at the audience,Year 4
Reading,,
R1,Finds the main idea of a paragraph and says how it was found,Years 3-4
""",
        (
            ("", 1, ()),
            ("SL1", 2, ("3",)),
            ("SL2", 2, ("4",)),
            ("", 1, ()),
            ("R1", 2, ("3", "4")),
        ),
        "Speaking and listening",
    ),
    "there is no header": Odd(
        """
7.RP.1,Computes unit rates for ratios of fractions in the kitchen and the workshop
7.RP.2,Tells whether two amounts grow in proportion and says why
7.RP.2.a,Uses a table or a graph to show that amounts grow in proportion
""",
        (("7.RP.1", 1, ()), ("7.RP.2", 1, ()), ("7.RP.2.a", 2, ())),
        "Computes unit rates for ratios of fractions in the kitchen and the workshop",
    ),
    "words say the level of each row": Odd(
        """
Type,Notation,Full text
Strand,1,History of the place where we live
Standard,1.1,Knows how people lived in the town a hundred years ago
Benchmark,1.1.a,Asks an older person about school and writes down the answers
Standard,1.2,Knows who decides what in the town
Strand,2,Geography of the place where we live
Standard,2.1,Draws a plan of the way to school
Benchmark,2.1.a,Uses signs and a legend in the plan
Benchmark,2.1.b,Uses the four directions to tell the way
""",
        (
            ("1", 1, ()),
            ("1.1", 2, ()),
            ("1.1.a", 3, ()),
            ("1.2", 2, ()),
            ("2", 1, ()),
            ("2.1", 2, ()),
            ("2.1.a", 3, ()),
            ("2.1.b", 3, ()),
        ),
        "History of the place where we live",
    ),
    "headings have codes of their own, parents are repeated in each row": Odd(
        """
Domain Code,Domain,Cluster Code,Cluster,Standard Code,Standard Description,Grade Band
NBT,Number and Operations,NBT.A,Place value,NBT.A.1,Understands what each digit of a number stands for,3-5
NBT,Number and Operations,NBT.A,Place value,NBT.A.2,Rounds whole numbers to the nearest ten,3-5
NBT,Number and Operations,NBT.B,Calculating,NBT.B.1,Adds and subtracts within a thousand,3-5
MD,Measurement,MD.A,Time,MD.A.1,Tells the time to the minute from a clock,K-2
""",
        (
            ("NBT", 1, ()),
            ("NBT.A", 2, ()),
            ("NBT.A.1", 3, ("3", "4", "5")),
            ("NBT.A.2", 3, ("3", "4", "5")),
            ("NBT.B", 2, ()),
            ("NBT.B.1", 3, ("3", "4", "5")),
            ("MD", 1, ()),
            ("MD.A", 2, ()),
            ("MD.A.1", 3, ("K", "1", "2")),
        ),
        "Number and Operations",
    ),
    "each level has a column and a row of its own": Odd(
        """
Eixo,Objeto de conhecimento,Habilidade
Oralidade,,
,Conversa,
,,Participar de conversas respeitando os turnos de fala
,,Recontar histórias ouvidas com apoio de imagens
,Canto,
,,Cantar cantigas conhecidas acompanhando o ritmo
Escrita,,
,Cartas,
,,Escrever cartas curtas a pessoas conhecidas
""",
        (
            ("", 1, ()),
            ("", 2, ()),
            ("", 3, ()),
            ("", 3, ()),
            ("", 2, ()),
            ("", 3, ()),
            ("", 1, ()),
            ("", 2, ()),
            ("", 3, ()),
        ),
        "Oralidade",
    ),
    "grades are merged cells, the order is numbered": Odd(
        """
Grade,No,Indicator,Remarks
Grade 1,1,Counts the chairs in the room and writes the number,
,2,Puts sticks in order from short to long,with real sticks
,3,Tells a square from a circle by touch,
Grade 2,4,Adds two numbers below twenty with beans,
,5,Reads the full hour from a clock,
""",
        (
            ("1", 1, ("1",)),
            ("2", 1, ("1",)),
            ("3", 1, ("1",)),
            ("4", 1, ("2",)),
            ("5", 1, ("2",)),
        ),
        "Counts the chairs in the room and writes the number",
    ),
    "grades stand in rows of their own": Odd(
        """
Code,Competency
Grade 3,
C3.1,Measures the length of the school garden with a tape
C3.2,Draws a plan of the garden on squared paper
Grade 4,
C4.1,Works out how much soil a flower bed needs
""",
        (
            ("", 1, ("3",)),
            ("C3.1", 2, ("3",)),
            ("C3.2", 2, ("3",)),
            ("", 1, ("4",)),
            ("C4.1", 2, ("4",)),
        ),
        "Grade 3",
    ),
    "each standard has several rows that say something more": Odd(
        """
Learning Area,Subject,Level,Strand,Sub-Strand,Code,Content Description,Elaboration
Crafts,Crafts,Year 5,Wood,Tools,WT1,saw a board along a line and say what makes the cut straight,with a hand saw
Crafts,Crafts,Year 5,Wood,Tools,WT1,saw a board along a line and say what makes the cut straight,with a jigsaw
Crafts,Crafts,Year 5,Wood,Joints,WJ1,join two boards with dowels and explain why they hold,with glue
Crafts,Crafts,Year 6,Metal,Wire,MW1,bend wire into a shape that was drawn before,with pliers
""",
        (
            ("", 1, ()),
            ("", 2, ()),
            ("WT1", 3, ("5",)),
            ("", 2, ()),
            ("WJ1", 3, ("5",)),
            ("", 1, ()),
            ("", 2, ()),
            ("MW1", 3, ("6",)),
        ),
        "Wood",
    ),
    "headings are sentences with numbers of their own": Odd(
        """
Subject,Grade Level,KS Number,Knowledge and Skills,SE Number,Student Expectation
Math,Grade 3,3.2,The student uses whole numbers and compares them,3.2.A,takes apart numbers up to a hundred thousand
Math,Grade 3,3.2,The student uses whole numbers and compares them,3.2.B,says how ten and hundred are related
Math,Grade 3,3.3,The student uses fractions and explains them,3.3.A,shows fractions greater than zero with strips
""",
        (("3.2", 1, ()), ("3.2.A", 2, ("3",)), ("3.2.B", 2, ("3",)), ("3.3", 1, ()), ("3.3.A", 2, ("3",))),
        "The student uses whole numbers and compares them",
    ),
    "headings stand among the wording, without a code": Odd(
        """
Code,Standard
,NUMBER AND OPERATIONS
N1,Counts forwards and backwards in steps of five and ten
N2,Compares two numbers and says which one is larger
,GEOMETRY
G1,Recognises circles and squares in pictures of the town
""",
        (("", 1, ()), ("N1", 2, ()), ("N2", 2, ()), ("", 1, ()), ("G1", 2, ())),
        "NUMBER AND OPERATIONS",
    ),
    "a title line names the grade": Odd(
        """
Department of Education,,,,
Grade Level: Grade 7,,,,
Quarter,Content Standards,Performance Standards,Most Essential Learning Competencies,CG Code
1st,key ideas of sets and numbers,solve problems that involve sets,Draws sets and their parts as circles,M7-Ia-1
,,,Solves problems about sets with circles that overlap,M7-Ib-2
2nd,key ideas of measuring,solve problems that involve measuring,Turns one measure into another,M7-IIa-3
""",
        (("", 1, ()), ("M7-Ia-1", 2, ("7",)), ("M7-Ib-2", 2, ("7",)), ("", 1, ()), ("M7-IIa-3", 2, ("7",))),
        "key ideas of sets and numbers",
    ),
    "one column, numbered as an outline": Odd(
        """
1 Materials
1.1 Names the materials in the workshop and says where they come from
1.2 Tells hard wood from soft wood by its weight
2 Tools
2.1 Uses a saw safely and puts it back in its place
""",
        (("1", 1, ()), ("1.1", 2, ()), ("1.2", 2, ()), ("2", 1, ()), ("2.1", 2, ())),
        "Materials",
    ),
    "German, with two grades in a cell": Odd(
        """
Kompetenzbereich,Nr.,Kompetenz,Klassenstufe
Zahlen,1.1,Die Schülerinnen und Schüler stellen Zahlen auf verschiedene Weise dar,5/6
Zahlen,1.2,Sie rechnen mit Brüchen und erklären ihre Wege,5/6
Raum und Form,2.1,Sie beschreiben Figuren mit Fachbegriffen,7/8
""",
        (("", 1, ()), ("1.1", 2, ("5", "6")), ("1.2", 2, ("5", "6")), ("", 1, ()), ("2.1", 2, ("7", "8"))),
        "Zahlen",
    ),
}
"""The tables by what is odd about them."""
