// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/workbench.h"

namespace joinery::test {

/// A workbench of one window with one page, for tests of a single feature: it holds real connections and remembers
/// what it was told.
class BareWorkbench : public ui::Workbench
{
public:
    BareWorkbench() : m_actions(this) {}
    ~BareWorkbench() override { delete m_page; }

    ui::ConnectionItem *addConnection(const QString &name, const driver::Url &url, bool readOnly = false)
    {
        worker::Target target;
        target.url = url;
        target.readOnly = readOnly;
        m_connections.append(new ui::ConnectionItem(name, name, ui::Environment::Development, target, this));
        return m_connections.last();
    }

    QWidget *window() override { return &m_window; }
    ui::ActionRegistry &actions() override { return m_actions; }
    QList<ui::ConnectionItem *> connections() const override { return m_connections; }
    ui::ConnectionItem *connection(const QString &id) const override
    {
        for (ui::ConnectionItem *item : m_connections) {
            if (item->id() == id)
                return item;
        }
        return nullptr;
    }
    ui::ConnectionItem *currentConnection() const override { return m_connections.isEmpty() ? nullptr : m_connections.first(); }
    ui::ConnectionItem *openFile(const QString &path) override { return addConnection(path, driver::Url::sqliteFile(path)); }
    ui::ProjectSession *project() const override { return nullptr; }
    void openProject(const QString &) override {}
    ui::Page *currentPage() const override { return m_page; }
    QList<ui::Page *> pages() const override { return m_page ? QList<ui::Page *>{m_page} : QList<ui::Page *>(); }
    void addOpener(ui::Location::Kind kind, Opener opener) override { m_openers.insert(int(kind), opener); }
    ui::Page *go(const ui::Location &location) override { return open(location, {}); }
    ui::Page *open(const ui::Location &location, const QJsonObject &saved)
    {
        delete m_page;
        m_page = m_openers.value(int(location.kind))(location, saved);
        m_page->setParent(&m_window);
        m_page->resize(1100, 700);
        m_window.resize(1100, 700);
        m_window.show();
        m_page->show();
        Q_EMIT currentPageChanged();
        return m_page;
    }
    void closePage(ui::Page *page) override
    {
        if (page == m_page)
            delete std::exchange(m_page, nullptr);
    }
    void report(const Error &error, const QString &what) override { reported.append(what + u": " + error.message); }
    void say(const QString &text) override { said.append(text); }
    void confirm(const QString &, const QString &, const QString &, bool, std::function<void()> yes) override { yes(); }

    QStringList reported, said;

private:
    QWidget m_window;
    ui::ActionRegistry m_actions;
    QList<ui::ConnectionItem *> m_connections;
    QMap<int, Opener> m_openers;
    ui::Page *m_page = nullptr;
};

} // namespace joinery::test
