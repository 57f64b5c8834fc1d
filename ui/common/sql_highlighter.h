// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/scintilla.h"

#include <QSet>

namespace joinery::ui {

/// Colours SQL by the lexer of core/sql, so that what is coloured as a string is what the splitter takes for one.
class SqlHighlighter : public QsciLexerCustom
{
    Q_OBJECT
public:
    enum Style { Plain, Keyword, String, Number, Comment, Function, QuotedName, Parameter, Separator, StyleCount };

    explicit SqlHighlighter(QsciScintilla *parent);
    void setDialect(const QString &name);
    void applyTheme();

    const char *language() const override { return "SQL"; }
    QString description(int style) const override;
    void styleText(int start, int end) override;

private:
    int safeStart(int position) const;
    QString m_dialect;
    QSet<QString> m_keywords;
    QSet<QString> m_functions;
};

} // namespace joinery::ui
