# SPDX-License-Identifier: GPL-3.0-or-later
set(CPACK_PACKAGE_NAME joinery)
set(CPACK_PACKAGE_VENDOR "The Joinery developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "database workbench with models, rows and migrations")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL joinery-cli)
if(JOINERY_GUI)
  list(APPEND CPACK_COMPONENTS_ALL joinery)
endif()
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(long "Draw models, see how they relate, browse and edit rows, and move every
database from one revision to the next without losing anything: SQLite,
PostgreSQL, MySQL and MariaDB, and Flask-Migrate's own version table.")
# Loaded with the first connection, so no tool finds them in the program.
set(clients "libpq5, libmariadb3")
set(CPACK_DEBIAN_JOINERY_PACKAGE_NAME joinery)
set(CPACK_DEBIAN_JOINERY_PACKAGE_DEPENDS "${clients}")
set(CPACK_DEBIAN_JOINERY_DESCRIPTION "${long}")
set(CPACK_DEBIAN_JOINERY_PACKAGE_RECOMMENDS "libqt6sql6-odbc, fonts-dejavu-core, gnome-keyring, joinery-cli")
set(CPACK_DEBIAN_JOINERY-CLI_PACKAGE_NAME joinery-cli)
set(CPACK_DEBIAN_JOINERY-CLI_DESCRIPTION "${long}\n.\nThis package has the program for scripts, which needs no display.")
# Text in a diagram needs a font; the rest of the program none.
set(CPACK_DEBIAN_JOINERY-CLI_PACKAGE_DEPENDS "${clients}, fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation")
set(CPACK_DEBIAN_JOINERY-CLI_PACKAGE_RECOMMENDS "libqt6sql6-odbc")
include(CPack)
