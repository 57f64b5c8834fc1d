// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/secret_store.h"

namespace joinery::ui {

/// The system's keychain: Secret Service, KWallet, macOS Keychain, Windows Credential Store. Never a file of ours.
class Keychain : public SecretStore
{
public:
    void read(const QString &key, QObject *receiver, std::function<void(Result<QString>)> done) override;
    void write(const QString &key, const QString &secret, QObject *receiver, std::function<void(Status)> done) override;
    void remove(const QString &key) override;
};

} // namespace joinery::ui
