// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sql_text.h"

#include "ui/common/sql_highlighter.h"
#include "ui/common/theme.h"

namespace joinery::ui {

SqlText::SqlText(QWidget *parent) : QsciScintilla(parent), m_highlighter(new SqlHighlighter(this))
{
    setUtf8(true);
    setLexer(m_highlighter);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(4);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setEolMode(QsciScintilla::EolUnix);
    setMarginWidth(0, 0);
    setMarginWidth(1, 0);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 4L);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setExtraAscent(2);
    setExtraDescent(2);
    SendScintilla(SCI_SETBUFFEREDDRAW, 0UL);
    setAccessibleName(tr("SQL"));
    connect(&theme(), &Theme::changed, this, &SqlText::applyTheme);
    applyTheme();
}

void SqlText::setDialect(const QString &name)
{
    m_dialect = name;
    m_highlighter->setDialect(name);
    recolor();
}

void SqlText::showReadOnly(const QString &sql)
{
    setReadOnly(false);
    setText(sql);
    setReadOnly(true);
    setCaretLineVisible(false);
    setCaretWidth(0);
}

void SqlText::applyTheme()
{
    const Colors &colors = theme().colors();
    m_highlighter->applyTheme();
    setColor(colors.text);
    setPaper(colors.surface);
    setCaretForegroundColor(colors.text);
    setCaretLineBackgroundColor(colors.window);
    setSelectionBackgroundColor(colors.selection);
    resetSelectionForegroundColor();
    setMarginsBackgroundColor(colors.surface);
    setMarginsForegroundColor(colors.dim);
    setMarginsFont(m_highlighter->defaultFont());
    setMatchedBraceBackgroundColor(colors.accentSoft);
    setMatchedBraceForegroundColor(colors.accent);
    setUnmatchedBraceBackgroundColor(colors.deletedSoft);
    setUnmatchedBraceForegroundColor(colors.deleted);
    setIndentationGuidesForegroundColor(colors.border);
}

int SqlText::bytePosition(qsizetype offset) const
{
    return int(QStringView(text()).left(offset).toUtf8().size());
}

qsizetype SqlText::offsetAt(int position) const
{
    return QString::fromUtf8(text().toUtf8().left(position)).size();
}

qsizetype SqlText::caretOffset() const { return offsetAt(int(SendScintilla(SCI_GETCURRENTPOS))); }

void SqlText::setCaretOffset(qsizetype offset)
{
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(bytePosition(offset)));
    ensureCursorVisible();
}

std::pair<qsizetype, qsizetype> SqlText::selectionOffsets() const
{
    return {offsetAt(int(SendScintilla(SCI_GETSELECTIONSTART))), offsetAt(int(SendScintilla(SCI_GETSELECTIONEND)))};
}

void SqlText::select(qsizetype start, qsizetype end)
{
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(bytePosition(start)), long(bytePosition(end)));
}

} // namespace joinery::ui
