# cmake -DSOURCE=src -P no_way_around.cmake
#
# Includes are written from src/, never with "..": a climbing path would reach any room unseen.

cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE files "${SOURCE}/*.cpp" "${SOURCE}/*.hpp")
foreach(file IN LISTS files)
    file(STRINGS "${file}" climbing REGEX "^[ \t]*#[ \t]*include[ \t]*[\"<][^\">]*\\.\\./")
    if(climbing)
        message(SEND_ERROR "${file} climbs out of its room: ${climbing}")
    endif()
endforeach()
