// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/test_case.h"
#include "ui/common/dialogs.h"
#include "ui/connections/secret_store.h"
#include "ui/shell/main_window.h"

#include <QFile>
#include <QTemporaryDir>

namespace joinery::test {

/// Any warning fails the test, but for what the offscreen platform says of itself.
inline void failOnWarningsOfOurs()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

/// Keeps nothing: tests have no keychain.
class NoSecrets : public ui::SecretStore
{
public:
    void read(const QString &, QObject *, std::function<void(Result<QString>)>) override {}
    void write(const QString &, const QString &, QObject *, std::function<void(Status)>) override {}
    void remove(const QString &) override {}
};

/// The real window on folders of its own, with a copy of Chinook.
class OpenWindow
{
public:
    OpenWindow()
        : m_settings(m_folder.path() + QStringLiteral("/settings.json")),
          m_window({{m_folder.path() + QStringLiteral("/config"), m_folder.path() + QStringLiteral("/state")}, m_settings,
                    m_language, m_secrets})
    {
        m_language.setChoice(QStringLiteral("en"));
        m_window.resize(1440, 900);
        m_window.show();
    }
    ~OpenWindow()
    {
        ui::dialogs::answerWith({});
        m_window.hide();
    }

    ui::Shell &shell() { return m_window.shell(); }
    QString path(const QString &name) const { return m_folder.path() + u'/' + name; }

    /// The connection once its schema was read, nullptr where that failed.
    ui::ConnectionItem *openChinook()
    {
        const QString file = path(QStringLiteral("chinook.sqlite"));
        if (!QFile::exists(file))
            QFile::copy(QStringLiteral(JOINERY_TEST_SHARED "/data/chinook.sqlite"), file);
        ui::ConnectionItem *connection = shell().openFile(file);
        return QTest::qWaitFor([&] { return connection->catalog() != nullptr; }, 20000) ? connection : nullptr;
    }

    /// A project with the tables of Chinook.
    ui::ProjectSession *openProject()
    {
        ui::ConnectionItem *connection = openChinook();
        auto project = project::Project::create(path(QStringLiteral("music")), QStringLiteral("music"));
        if (!connection || !project)
            return nullptr;
        auto models = project->importCatalog(*connection->catalog(), std::nullopt);
        if (!models)
            return nullptr;
        shell().adoptProject(*std::move(project), *std::move(models));
        return shell().project();
    }

    static bool hasShared() { return QFile::exists(QStringLiteral(JOINERY_TEST_SHARED "/data/chinook.sqlite")); }

private:
    QTemporaryDir m_folder;
    ui::Settings m_settings;
    ui::Language m_language;
    NoSecrets m_secrets;
    ui::MainWindow m_window;
};

} // namespace joinery::test
