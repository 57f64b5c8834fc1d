// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace joinery::ui {

class QuickPickModel;

/// A field over a list, at the top of the window: type, choose, gone. The palette and Go to are made of it.
class QuickPick : public QDialog
{
    Q_OBJECT
public:
    struct Entry
    {
        QString text;       ///< what is searched and shown
        QString detail;     ///< dim, behind the text
        QString right;      ///< dim, on the right: a shortcut, a kind
        QString iconName;
        bool enabled = true;
        std::function<void()> run;
    };

    QuickPick(QString name, QString hint, QList<Entry> entries, QWidget *parent);

    QLineEdit *field() const { return m_field; }
    QStringList shown() const; ///< the texts in their order

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void filter(const QString &pattern);
    void run();
    QuickPickModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace joinery::ui
