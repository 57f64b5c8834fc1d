// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/designer/table_target.h"
#include "ui/workbench/page.h"

class QAbstractItemModel;
class QFrame;
class QLabel;
class QTableView;
class QToolButton;

namespace joinery::ui {

class ColumnsModel;
class IndexesModel;
class KeysModel;
class PreviewPanel;
class SectionView;
class TableInspector;
class Workbench;

/// One table of the project: its columns, keys and indexes, edited in place; below, what changed in words and SQL.
class DesignerPage : public Page
{
    Q_OBJECT
public:
    DesignerPage(Workbench &workbench, ProjectSession *project, const Location &location, QWidget *parent = nullptr);
    ~DesignerPage() override;

    QString kind() const override { return QStringLiteral("designer"); }
    QString title() const override;
    QString origin() const override;
    QString iconName() const override { return QStringLiteral("table"); }
    Location location() const override;
    bool can(Verb verb) const override;
    void perform(Verb verb) override;
    PageStatus status() const override;
    QWidget *inspector() override;

    void startNewColumn();
    SectionView *columnsView() const { return m_columnsView; }
    SectionView *keysView() const { return m_keysView; }
    SectionView *indexesView() const { return m_indexesView; }
    QString refusal() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeToolbar();
    SectionView *makeView(QAbstractItemModel *model, std::function<QStringList(int)> suggestions);
    QWidget *makeSection(QLabel *title, QTableView *view);
    void connectModels();
    void follow();
    void fitSections();
    void refuse(const QString &sentence);
    void addUnique();
    void addCheck();
    void removeSelected(QTableView *view);
    QStringList selectedColumns() const;
    void setTexts();
    void setIcons();

    Workbench &m_workbench;
    TableTarget m_target;
    QString m_lastName;
    ColumnsModel *m_columns;
    KeysModel *m_keys;
    IndexesModel *m_indexes;
    SectionView *m_columnsView;
    SectionView *m_keysView;
    SectionView *m_indexesView;
    QLabel *m_columnsTitle;
    QLabel *m_keysTitle;
    QLabel *m_indexesTitle;
    QFrame *m_refusalBar;
    QLabel *m_refusalSign;
    QLabel *m_refusal;
    PreviewPanel *m_preview;
    QToolButton *m_addColumn, *m_addKey, *m_addUnique, *m_addCheck, *m_remove, *m_diagram;
    QPointer<TableInspector> m_inspector;
};

} // namespace joinery::ui
