// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace joinery::test {

/// What one run of joinery-cli gave.
struct Outcome
{
    int code = -1; ///< -1: it crashed, or did not end in time
    QByteArray out;
    QByteArray err;

    /// stdout as a JSON object; empty where it is none.
    QJsonObject json() const;
    /// The "error" of stderr under --json; empty where there is none.
    QJsonObject error() const;
    /// For QVERIFY2: everything that it said.
    QByteArray all() const { return "exit " + QByteArray::number(code) + "\n" + out + err; }
};

/// joinery-cli in a folder of its own that is gone with the object. Its environment has no JOINERY_ variables.
class Program
{
public:
    Program();

    QString path(const QString &relative) const { return m_folder.filePath(relative); }
    void set(const QString &variable, const QString &value) { m_environment.insert(variable, value); }
    /// Writes a file into the folder and returns its path.
    QString write(const QString &relative, const QByteArray &content) const;
    QByteArray read(const QString &relative) const;
    /// A SQLite file made from statements; returns its path. Null where a statement failed.
    QString database(const QString &relative, const QStringList &statements) const;

    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Started and not waited for, to be killed or cancelled.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// Fails the test with what the program said where it ended otherwise.
#define COMPARE_CODE(outcome, wanted)                                                                                  \
    do {                                                                                                               \
        const joinery::test::Outcome &joineryOutcome = (outcome);                                                      \
        QVERIFY2(joineryOutcome.code == (wanted), joineryOutcome.all().constData());                                   \
    } while (false)

} // namespace joinery::test
