// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/scintilla.h"

namespace joinery::ui {

class SqlHighlighter;

/// SQL as text with the colours of the theme, for one engine's words: the ground of the SQL tab, of previews and of
/// the timeline. Offsets are UTF-16 positions in text(), as everywhere else.
class SqlText : public QsciScintilla
{
    Q_OBJECT
public:
    explicit SqlText(QWidget *parent = nullptr);

    /// "sqlite", "postgresql", "mysql", "generic".
    void setDialect(const QString &name);
    const QString &dialect() const { return m_dialect; }

    /// Shows `sql` and takes no more edits: for previews. No line numbers, no caret line.
    void showReadOnly(const QString &sql);

    qsizetype caretOffset() const;
    void setCaretOffset(qsizetype offset);
    /// Nothing selected: an empty range at the caret.
    std::pair<qsizetype, qsizetype> selectionOffsets() const;
    void select(qsizetype start, qsizetype end);

    int bytePosition(qsizetype offset) const; ///< Scintilla's own positions are UTF-8 bytes
    qsizetype offsetAt(int bytePosition) const;

private:
    void applyTheme();
    QString m_dialect;
    SqlHighlighter *m_highlighter;
};

} // namespace joinery::ui
