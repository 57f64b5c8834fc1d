// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/dialogs.h"
#include "ui/common/theme.h"
#include "ui/connections/secret_store.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

namespace joinery::test {

/// Any warning fails the test, but for what the offscreen platform says of itself.
inline void failOnWarningsOfOurs()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

/// A keychain in memory: the real one belongs to a desktop session.
class MemorySecrets : public ui::SecretStore
{
public:
    void read(const QString &key, QObject *, std::function<void(Result<QString>)> done) override
    {
        if (secrets.contains(key))
            done(secrets.value(key));
        else
            done(fail(ErrorKind::Undefined, QStringLiteral("no such secret")));
    }
    void write(const QString &key, const QString &secret, QObject *, std::function<void(Status)> done) override
    {
        secrets.insert(key, secret);
        done({});
    }
    void remove(const QString &key) override { secrets.remove(key); }
    QMap<QString, QString> secrets;
};

/// The whole window over folders of its own. restart() is what quitting and starting again is.
class WindowFixture
{
public:
    WindowFixture() { start(); }
    ~WindowFixture() { ui::dialogs::answerWith({}); }

    static bool hasShared() { return QFile::exists(QStringLiteral(JOINERY_TEST_SHARED "/data/chinook.sqlite")); }

    void start()
    {
        language = std::make_unique<ui::Language>();
        language->setChoice(QStringLiteral("en"));
        settings = std::make_unique<ui::Settings>(folder.filePath(QStringLiteral("config/settings.json")));
        if (!settings->load())
            return;
        if (settings->language().isEmpty())
            settings->overrideLanguage(QStringLiteral("en"));
        if (settings->theme() == ui::Theme::Choice::System)
            settings->overrideTheme(ui::Theme::Choice::Light);
        const ui::Services services{
            {folder.filePath(QStringLiteral("config")), folder.filePath(QStringLiteral("state"))}, *settings, *language, secrets};
        window = std::make_unique<ui::MainWindow>(services, ui::MainWindow::Appear::AtOnce);
        window->start();
        window->show();
    }
    /// Without closing: as after kill -9, except that time was given to write.
    void crashAndRestart()
    {
        QTest::qWait(500);
        window.reset();
        start();
    }
    ui::Shell &shell() { return window->shell(); }
    QString path(const QString &name) const { return folder.filePath(name); }

    /// A copy of Chinook that may be written.
    QString chinook()
    {
        const QString path = folder.filePath(QStringLiteral("chinook.sqlite"));
        if (!QFile::exists(path)) {
            QFile::copy(QStringLiteral(JOINERY_TEST_SHARED "/data/chinook.sqlite"), path);
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        }
        return path;
    }
    /// Once its schema was read; nullptr where that failed.
    ui::ConnectionItem *openChinook()
    {
        ui::ConnectionItem *connection = shell().openFile(chinook());
        if (!QTest::qWaitFor([&] { return connection->state() == ui::ConnectionItem::State::Open && connection->catalog(); }, 20000))
            return nullptr;
        return connection;
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
    template <class T>
    T *visible() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<T *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

    QTemporaryDir folder;
    MemorySecrets secrets;
    std::unique_ptr<ui::Language> language;
    std::unique_ptr<ui::Settings> settings;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace joinery::test
