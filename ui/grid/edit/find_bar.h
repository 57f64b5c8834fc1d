// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/text_search.h"
#include "ui/common/page_bar.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace joinery::ui {

/// Above the rows: what is looked for in which column, and what comes in its place. Asks; GridPage does.
class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent);

    /// The columns that can be searched, and the one to begin with.
    void setColumns(const QStringList &columns, const QString &current);
    void setCan(bool regex, bool replace);
    session::TextSearch search() const;
    QString with() const;
    bool inSelection() const;
    /// What became of it; a failure is marked.
    void tell(const QString &sentence, bool isFailure = false);
    QString told() const;
    void begin(bool replace); ///< shows it and takes the keyboard

Q_SIGNALS:
    void findAsked(bool backwards);
    void replaceAsked();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void enable();

    QLineEdit *m_text, *m_with;
    QComboBox *m_column, *m_where;
    QCheckBox *m_regex, *m_case;
    QToolButton *m_previous, *m_next, *m_close;
    QPushButton *m_replace;
    QLabel *m_told;
    QWidget *m_second;
};

} // namespace joinery::ui
