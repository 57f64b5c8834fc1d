// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/sql_editor.h"

#include "ui/common/theme.h"
#include "ui/editor/completion_popup.h"

#include <QKeyEvent>

namespace joinery::ui {

namespace {

constexpr int kStatementMarker = 1;
constexpr int kErrorMarker = 2;
constexpr int kErrorIndicator = 8;
constexpr int kErrorNoteStyle = 30; // of the annotation, behind the styles of the highlighter
constexpr int kMarkerMargin = 1;

bool startsCompletion(QChar typed) { return typed.isLetter() || typed == u'_' || typed == u'.'; }

} // namespace

SqlEditor::SqlEditor(QWidget *parent) : SqlText(parent), m_popup(new CompletionPopup(this))
{
    setCaretLineVisible(true);
    setMarginType(0, QsciScintilla::NumberMargin);
    setMarginType(kMarkerMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(kMarkerMargin, 4);
    setMarginMarkerMask(kMarkerMargin, (1 << kStatementMarker) | (1 << kErrorMarker));
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setAutoCompletionSource(QsciScintilla::AcsNone);
    markerDefine(QsciScintilla::FullRectangle, kStatementMarker);
    markerDefine(QsciScintilla::FullRectangle, kErrorMarker);
    indicatorDefine(QsciScintilla::SquiggleIndicator, kErrorIndicator);
    setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    setAccessibleName(tr("SQL editor"));

    m_markSoon.setSingleShot(true);
    m_markSoon.setInterval(40);
    connect(&m_markSoon, &QTimer::timeout, this, [this] {
        markStatement();
        Q_EMIT statementChanged();
    });
    connect(this, &QsciScintilla::cursorPositionChanged, this, &SqlEditor::caretChanged);
    connect(this, &QsciScintilla::textChanged, this, [this] { m_markSoon.start(); });
    connect(this, &QsciScintilla::linesChanged, this, [this] {
        setMarginWidth(0, QString(QLatin1String("00") + QString::number(lines())));
    });
    connect(m_popup, &CompletionPopup::chosen, this, &SqlEditor::insert);
    connect(&theme(), &Theme::changed, this, &SqlEditor::applyEditorTheme);
    applyEditorTheme();
    setMarginWidth(0, QStringLiteral("000"));
}

void SqlEditor::applyEditorTheme()
{
    const Colors &colors = theme().colors();
    setMarkerBackgroundColor(colors.accent, kStatementMarker);
    setMarkerBackgroundColor(colors.production, kErrorMarker);
    setIndicatorForegroundColor(colors.production, kErrorIndicator);
    const QFont font = lexer()->defaultFont();
    SendScintilla(SCI_STYLESETFONT, static_cast<unsigned long>(kErrorNoteStyle), font.family().toUtf8().constData());
    SendScintilla(SCI_STYLESETSIZEFRACTIONAL, static_cast<unsigned long>(kErrorNoteStyle), long(font.pointSizeF() * 100));
    SendScintilla(SCI_STYLESETFORE, kErrorNoteStyle, colors.deleted);
    SendScintilla(SCI_STYLESETBACK, kErrorNoteStyle, colors.deletedSoft);
}

void SqlEditor::setLanguage(const QString &dialect)
{
    setDialect(dialect);
    m_source.setLanguage(dialect);
    markStatement();
}

void SqlEditor::setCatalog(schema::CatalogPtr catalog) { m_source.setCatalog(std::move(catalog)); }

QList<SqlEditor::Piece> SqlEditor::pieces(QStringView text, qsizetype shift) const
{
    QList<Piece> found;
    for (const sql::ScriptStatement &statement : sql::splitScript(text, m_source.flavor()))
        found.append({statement.in(text), statement.start + shift});
    return found;
}

QList<SqlEditor::Piece> SqlEditor::allStatements() const { return pieces(text(), 0); }

QList<SqlEditor::Piece> SqlEditor::statementsToRun() const
{
    const QString all = text();
    // Not hasSelectedText(): that flag outlives a selection that was typed over.
    if (const auto [start, end] = selectionOffsets(); start < end)
        return pieces(QStringView(all).mid(start, end - start), start);
    const auto statement = sql::statementAt(sql::splitScript(all, m_source.flavor()), caretOffset());
    if (!statement)
        return {};
    return {{statement->in(all), statement->start}};
}

void SqlEditor::caretChanged()
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    Q_EMIT caretMoved(line + 1, column + 1);
    m_markSoon.start();
}

void SqlEditor::markStatement()
{
    markerDeleteAll(kStatementMarker);
    const QString all = text();
    const std::vector<sql::ScriptStatement> statements = sql::splitScript(all, m_source.flavor());
    if (statements.size() < 2)
        return; // with a single one there is nothing to tell apart
    const auto statement = sql::statementAt(statements, caretOffset());
    if (!statement)
        return;
    const int first = int(SendScintilla(SCI_LINEFROMPOSITION, bytePosition(statement->start)));
    const int last = int(SendScintilla(SCI_LINEFROMPOSITION, bytePosition(statement->end)));
    for (int line = first; line <= last; ++line)
        markerAdd(line, kStatementMarker);
}

void SqlEditor::markError(qsizetype offset, const QString &words)
{
    const QString all = text();
    offset = std::clamp<qsizetype>(offset, 0, all.size());
    qsizetype end = offset;
    while (end < all.size() && (all.at(end).isLetterOrNumber() || all.at(end) == u'_'))
        ++end;
    if (end == offset)
        end = std::min<qsizetype>(offset + 1, all.size());
    if (end == offset && offset > 0)
        --offset; // at the very end: underline the last character
    const int from = bytePosition(offset);
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(kErrorIndicator));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from), long(bytePosition(end) - from));
    const int line = int(SendScintilla(SCI_LINEFROMPOSITION, from));
    markerAdd(line, kErrorMarker);
    annotate(line, words, kErrorNoteStyle);
    setCaretOffset(offset);
}

void SqlEditor::clearErrors()
{
    markerDeleteAll(kErrorMarker);
    clearAnnotations();
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(kErrorIndicator));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, long(length()));
}

void SqlEditor::complete(bool asked)
{
    const QString all = text();
    const qsizetype caret = caretOffset();
    const CompletionSource::Offer offer = m_source.at(all, caret);
    const bool onlyItself = offer.completions.size() == 1 && offer.completions.first().insert == offer.typed;
    const bool afterDot = caret > 0 && all.at(caret - 1) == u'.';
    if (onlyItself || (!asked && offer.typed.isEmpty() && !afterDot)) {
        m_popup->hide();
        return;
    }
    m_replaceStart = offer.replaceStart;
    const long at = bytePosition(m_replaceStart);
    const QPoint corner(int(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, at)), int(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, at)));
    const QPoint above = viewport()->mapToGlobal(corner);
    const int lineHeight = int(SendScintilla(SCI_TEXTHEIGHT, 0UL));
    m_popup->offer(offer.completions, offer.typed, above + QPoint(0, lineHeight + 2), above);
}

void SqlEditor::insert(const Completion &completion)
{
    SendScintilla(SCI_SETTARGETSTART, static_cast<unsigned long>(bytePosition(m_replaceStart)));
    SendScintilla(SCI_SETTARGETEND, static_cast<unsigned long>(SendScintilla(SCI_GETCURRENTPOS)));
    const QByteArray utf8 = completion.insert.toUtf8();
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(utf8.size()), utf8.constData());
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(SendScintilla(SCI_GETTARGETEND)));
}

bool SqlEditor::event(QEvent *event)
{
    // Return with Ctrl belongs to Run, Ctrl+Space to the completion: QScintilla must not take them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & Qt::ControlModifier) && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            event->ignore();
            return false;
        }
    }
    return SqlText::event(event);
}

void SqlEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_popup->take(*event))
        return;
    if (event->key() == Qt::Key_Space && (event->modifiers() & Qt::ControlModifier)) {
        complete(true);
        return;
    }
    const bool wasOpen = m_popup->isVisible();
    SqlText::keyPressEvent(event);
    const QString typed = event->text();
    const bool completes = typed.size() == 1 && startsCompletion(typed.front()) && !(event->modifiers() & Qt::ControlModifier);
    if (completes || (wasOpen && (event->key() == Qt::Key_Backspace || typed.size() == 1)))
        complete(false);
    else if (wasOpen)
        m_popup->hide();
}

void SqlEditor::focusOutEvent(QFocusEvent *event)
{
    m_popup->hide();
    SqlText::focusOutEvent(event);
}

} // namespace joinery::ui
