# Builds the style and the script of the HTML pages into crossread_render (render/assets.h).
foreach(asset brief.css brief.js analysis.css)
  set(file ${CMAKE_CURRENT_SOURCE_DIR}/render/assets/${asset})
  string(MAKE_C_IDENTIFIER ${asset} name)
  file(READ ${file} CROSSREAD_${name})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endforeach()
configure_file(${CMAKE_CURRENT_SOURCE_DIR}/render/assets.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/render_assets.cpp @ONLY)
target_sources(crossread_render PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/render_assets.cpp)
