// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_list.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace joinery::ui {

/// The address as a URL and, kept equal to it, as fields.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    void setDraft(const ConnectionDraft &draft);
    /// Error where the address cannot be understood.
    Result<ConnectionDraft> draft() const;
    /// What is wrong with the URL that is being typed; empty where it is understood.
    const QString &mistake() const { return m_mistake; }

Q_SIGNALS:
    void changed();

private:
    void takeUrl();
    void takeFields();
    void showUrl(const driver::Url &url);
    void showEngine();
    Result<driver::Url> urlOfFields() const;
    Result<driver::Url> serverOfFields() const;
    QWidget *fileRow();

    bool m_following = false; ///< one side is being set from the other
    bool m_named = false;     ///< the user gave a name
    driver::Url m_url;
    QFormLayout *m_layout;
    QLineEdit *m_address;
    QComboBox *m_engine;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QWidget *m_fileRow;
    QLineEdit *m_source; ///< ODBC: a data source or a connection string
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QLineEdit *m_database;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QLineEdit *m_timeout;
    QCheckBox *m_readOnly;
    QString m_mistake;        ///< what is wrong with the URL
};

} // namespace joinery::ui
