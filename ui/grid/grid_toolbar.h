// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page_bar.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace joinery::ui {

/// Above the grid of a table: rows, the condition, what is staged, and what becomes of it.
class GridToolbar : public PageBar
{
    Q_OBJECT
public:
    GridToolbar(const QString &connection, QWidget *parent);

    void setStaged(int count);
    void setEditable(bool editable);
    void setCanUndo(bool can);
    void setBusy(bool busy);
    void setWhere(const QString &where);
    QString where() const;
    void focusWhere();
    void setFilters(int count); ///< of columns, beside the condition
    /// The condition does not work: marked, with the server's words as a tip.
    void setWhereError(const QString &words);

Q_SIGNALS:
    void addAsked();
    void deleteAsked();
    void undoAsked();
    void whereAsked(const QString &where);
    void noFiltersAsked();
    void savedFiltersAsked(QMenu &menu); ///< to be filled
    void previewAsked();
    void revertAsked();
    void commitAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fit();

    QString m_connection;
    int m_count = 0;
    int m_filterCount = 0;
    bool m_editable = true;
    bool m_busy = false;
    QToolButton *m_add, *m_delete, *m_undo;
    QLineEdit *m_where;
    QToolButton *m_saved, *m_filters;
    QLabel *m_staged;
    QPushButton *m_preview, *m_revert, *m_commit;
};

} // namespace joinery::ui
