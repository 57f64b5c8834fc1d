// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"
#include "core/sql/splitter.h"
#include "ui/common/sql_text.h"
#include "ui/editor/completion_source.h"

#include <QTimer>

namespace joinery::ui {

class CompletionPopup;

/// Where SQL is written: the statement at the caret is marked in the margin, names and keywords are completed, an
/// error is underlined at its place with the server's words below the line.
class SqlEditor : public SqlText
{
    Q_OBJECT
public:
    explicit SqlEditor(QWidget *parent = nullptr);

    void setLanguage(const QString &dialect);
    void setCatalog(schema::CatalogPtr catalog);

    /// A statement and where it stands in text().
    struct Piece
    {
        QString sql;
        qsizetype start = 0;
    };
    QList<Piece> allStatements() const;
    /// What Run runs: the statements of the selection, else the one at the caret.
    QList<Piece> statementsToRun() const;

    /// `offset` is a place in text(); the word there is underlined. `words` are shown below the line.
    void markError(qsizetype offset, const QString &words);
    void clearErrors();
    void complete(bool asked);

Q_SIGNALS:
    void caretMoved(int line, int column); ///< counted from 1
    void statementChanged();               ///< another one stands at the caret, or it was edited; not for every key

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyEditorTheme();
    void caretChanged();
    void markStatement();
    void insert(const Completion &completion);
    QList<Piece> pieces(QStringView text, qsizetype shift) const;

    CompletionSource m_source;
    CompletionPopup *m_popup;
    QTimer m_markSoon;
    qsizetype m_replaceStart = 0;
};

} // namespace joinery::ui
