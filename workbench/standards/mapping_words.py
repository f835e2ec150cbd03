"""The usual words of column headers, in the languages that ministries write: which meaning a header suggests."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

WORDS = {
    "code": (
        "code|notation|human coding scheme|coding scheme|statement notation|number|no|nr|num|standard id|ref|reference"
        "|code number|counter|item number|identifier code|key|short code|standard number|objective number"
        "|codigo|cod|clave|numero|nomenclatura|numeral|referencia|cod hab"
        "|numero d ordre|cote|code competence|repere|kurzel|nummer|kennung|kennziffer|codice|numero progressivo"
        "|コード|番号|記号|符号|编号|編號|代码|代碼|序号"
    ),
    "statement": (
        "statement|full statement|description|standard|standards|text|wording|standard text|standard statement"
        "|standard description|performance expectation|expectation|learning outcome|outcome|objective"
        "|learning objective|learning target|learning standard|content|content standard|content statement"
        "|content description|competency|competence|skill|benchmark|indicator|performance indicator"
        "|descriptor|definition|instructions|achievement standard|aim|goal|elaboration|details"
        "|enunciado|descripcion|estandar|estandares|texto|aprendizaje|aprendizaje esperado|aprendizajes esperados"
        "|objetivo|objetivo de aprendizaje|objetivos|logro|desempeno|saber|competencia|competencias|contenido"
        "|criterio|criterio de evaluacion|indicador|indicador de logro|destreza|destreza con criterio de desempeno"
        "|descricao|habilidade|habilidades|aprendizagem|aprendizagem essencial|objetivos de aprendizagem|conteudo"
        "|expectativa|expectativa de aprendizagem|descritor"
        "|enonce|libelle|intitule|competences|attendu|attendus|connaissance|connaissances|objectif|objectifs"
        "|kompetenz|beschreibung|lernziel|kompetenzerwartung|wortlaut|descrizione|traguardo|obiettivo|obiettivi"
        "|文|本文|内容|目標|学習内容|指導事項|説明|記述|ねらい|能力|内容要求|テキスト|描述|标准|標準|要求"
    ),
    "label": (
        "title|name|label|short name|short title|short description|abbreviated statement|heading|caption|summary"
        "|course title|course name|descriptor|titulo|nombre|nome|rotulo|titre|nom|bezeichnung|titel|titolo"
        "|名前|名称|題名|タイトル|見出し|略称|标题"
    ),
    "kind": (
        "type|kind|category|item type|cf item type|standard type|statement type|statement label|class|element type"
        "|tipo|categoria|clase|tipo de elemento|nature|categorie|typ|art|kategorie|種別|種類|区分|タイプ|类型"
    ),
    "identifier": (
        "identifier|id|guid|uuid|uid|uri|url|standard identifier|case identifier|item id|unique id|external id|asn id"
        "|identificador|identifiant|kennung|identificativo|識別子|標識"
    ),
    "parent": (
        "parent|parent id|parent identifier|parent code|is child of|child of|belongs to|broader|superior|above"
        "|parent standard|parent notation|padre|codigo padre|pai|codigo pai|pertenece a|pertence a|superior a"
        "|rattache a|code parent|ubergeordnet|gehort zu|genitore|親|親コード|上位|上位コード|父级"
    ),
    "level": (
        "level|depth|hierarchy level|hierarchy|tree level|indent|indentation|outline level|smart level|tier|rank"
        "|nivel|nivel jerarquico|nivel hierarquico|jerarquia|profundidad|profundidade|niveau|profondeur"
        "|ebene|tiefe|stufe|livello|階層|レベル|深さ|层级"
    ),
    "grades": (
        "grade|grades|grade level|grade levels|grade band|grade range|education level|education levels|year|years"
        "|year level|year group|year groups|school year level|form|key stage|gr"
        "|grado|grados|curso|cursos|ano|anos|ano faixa|ano serie|serie|series|nivel educativo|nivel de ensino|etapa"
        "|ano escolar|annee|annees|classe|classes|niveau scolaire|cycle|klasse|klassen|jahrgang|jahrgangsstufe"
        "|klassenstufe|schuljahr|anno|anni|学年|年|学年段|年级|年級"
    ),
    "subject": (
        "subject|subjects|subject area|content area|discipline|course|learning area|key learning area"
        "|asignatura|materia|area de conocimiento|area curricular|disciplina|componente|componente curricular"
        "|area do conhecimento|matiere|discipline scolaire|fach|facher|disciplina scolastica|教科|教科等|科目|学科"
    ),
    "document": (
        "document|framework|standard set|standards document|set|source document|jurisdiction|collection|publication"
        "|documento|marco|marco curricular|referentiel|programme|dokument|lehrplan|文書|出典|学習指導要領"
    ),
    "sequence": (
        "sequence|sequence number|order|sort|sort order|position|list enumeration|display order|row|line"
        "|secuencia|orden|posicion|sequencia|ordem|posicao|ordre|reihenfolge|ordine|順序|順番|並び順"
    ),
    "notes": (
        "note|notes|comment|comments|remark|remarks|clarification|clarification statement|examples|example"
        "|clarifications|definition|elaboration|teacher notes|guidance|additional information"
        "|nota|notas|observacion|observaciones|comentario|comentarios|ejemplo|ejemplos|observacao|observacoes"
        "|exemplo|exemplos|remarque|remarques|commentaire|commentaires|exemple|exemples|hinweis|hinweise"
        "|bemerkung|bemerkungen|anmerkung|osservazioni|備考|注|注記|解説|例|备注"
    ),
    "headings": (
        "strand|strands|sub strand|substrand|domain|sub domain|subdomain|cluster|cluster heading|area|topic|subtopic"
        "|sub topic|unit|theme|section|subsection|chapter|category|subcategory|concept|big idea|component|dimension"
        "|reporting category|conceptual category|conceptual lens|core idea|disciplinary core idea|module"
        "|essential question|essential element|content area|anchor|anchor standard|pillar|organizer|focus|part"
        "|group|course|stage"
        "|eje|ejes|eje tematico|ambito|bloque|dominio|tema|unidad|area|subarea|seccion|componente|campo|dimension"
        "|campo formativo|nucleo|organizador|competencia|competencia especifica|bloque de contenidos"
        "|eixo|eixos|eixo tematico|unidade tematica|objeto de conhecimento|objetos de conhecimento|campo de atuacao"
        "|campo de experiencias|dominio|unidade|topico|subtopico|pratica de linguagem|competencia especifica"
        "|domaine|domaines|sous domaine|theme|thematique|axe|champ|partie|chapitre|sequence|competence"
        "|bereich|themenfeld|inhaltsfeld|themenbereich|kompetenzbereich|lernbereich|teilbereich"
        "|ambito|nucleo tematico|area|領域|分野|単元|大項目|中項目|小項目|項目|主題|章|节|节|领域|主题|模块|区分"
    ),
}
"""For each meaning its usual headers, as ``fold`` writes them, parted by “|”."""

LONGEST = 160
"""Characters of a header that are looked at; what is longer is a text."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text that are parted by spaces."""
    return frozenset(text.split())


def _singular(phrase: str) -> str:
    """Return a phrase with the “s” taken off its words, so that one listing stands for both numbers."""
    short = (word[:-3] + "y" if word.endswith("ies") else word for word in phrase.split())
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in short)


PHRASES = {meaning: frozenset(_singular(phrase) for phrase in text.split("|")) for meaning, text in WORDS.items()}
CODE_TAILS = words("code no number id notation counter codigo cod clave numero nr nummer コード 番号")
LETTERED = re.compile(r"column [A-Z]+")
"""What a column without a header is called."""

ASIDE = re.compile(
    r"\b(?:instruc\w*|read ?me|leia ?me|leeme|lisez ?moi|about|cover|contents|changelog|change log|revision\w*|legend"
    r"|lookup\w*|lists?|glossar\w*|portada|capa|indice|sommaire|notes?|notas?|version\w*|metadata)\b|表紙|目次|説明|凡例"
)
"""Names of sheets that stand beside the standards."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a header as lower-case words without accents and signs; a long text only in lower case.

    >>> fold("educationLevel"), fold("Cód. Hab"), fold("grade_level_code"), fold("学年・小")
    ('education level', 'cod hab', 'grade level code', '学年 小')
    """
    if len(text) > LONGEST:
        return " ".join(text.casefold().split())
    split = re.sub(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ][a-zà-ÿ]?)|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    flat = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", split.casefold()))
    bare = "".join(mark for mark in flat if not unicodedata.combining(mark) or ord(mark) > 0x3000)
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare)))


def signature(names: Sequence[str]) -> tuple[str, ...]:
    """Return what tells a header, whatever the order of its columns: the words of those that have some, sorted."""
    return tuple(sorted(fold(name) for name in names if not LETTERED.fullmatch(name)))


@lru_cache(maxsize=16384)
def suggests(header: str, meaning: str) -> float:
    """Return how strongly a header suggests a meaning: 1 where it is a usual word for it, 0 where it says nothing.

    A longer header counts by the share of its words that are the usual ones.

    >>> suggests("Código", "code"), suggests("Standard Code", "code"), suggests("Shoe size", "code")
    (1.0, 0.75, 0.0)
    """
    words = _singular(fold(header[:LONGEST])).split()
    whole = " ".join(words)
    if whole in PHRASES[meaning]:
        return 1.0
    best = 0.0
    for start in range(len(words)):
        for end in range(start + 1, min(start + 4, len(words)) + 1):
            if " ".join(words[start:end]) in PHRASES[meaning]:
                edge = 1.0 if start == 0 or end == len(words) else 0.8
                best = max(best, edge * (0.5 + 0.5 * (end - start) / len(words)))
    return best or _within(whole, meaning)


def _within(whole: str, meaning: str) -> float:
    """Return what a header suggests that is written without spaces between words."""
    if whole.isascii():
        return 0.0
    found = [len(one) for one in PHRASES[meaning] if not one.isascii() and one in whole]
    return 0.5 + 0.5 * max(found) / len(whole) if found else 0.0


def best_meaning(header: str) -> float:
    """Return how much a text looks like the header of any column."""
    return max(suggests(header, meaning) for meaning in PHRASES)
