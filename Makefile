# Wakeprint: `make demo` and `make test` do all the set-up that they need.

PACKAGES_APT  := libpng-dev zlib1g-dev libarchive-dev libfreetype-dev libtiff-dev libssl-dev libsqlite3-dev libdeflate-dev libexpat1-dev pkg-config
PACKAGES_BREW := libpng libarchive freetype libtiff openssl@3 sqlite libdeflate expat pkg-config
SWIFT_BUILD   := swift build -c release
WAKEPRINT     := .build/release/wakeprint
OUTPUT        ?= output
SECONDS       ?= 60
UNAME         := $(shell uname -s)
SUDO          := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: deps build demo test lint fuzz sanitize bench peers gallery clean

# Installs only what is missing; the Swift toolchain (6.2 or later) is expected to be there.
deps:
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: see swift.org/install"; exit 1; }
ifeq ($(UNAME),Darwin)
	@for p in $(PACKAGES_BREW); do brew list --versions $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	  [ -z "$$missing" ] || brew install $$missing
else
	@for p in $(PACKAGES_APT); do \
	    dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$p"; \
	  done; \
	  [ -z "$$missing" ] || { $(SUDO) apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; }
endif

build: deps
	$(SWIFT_BUILD) --product wakeprint

demo: build
	$(WAKEPRINT) demo -o $(OUTPUT) --force

# Release mode, so that the properties run over many cases and the built program that is driven is the one that ships.
test: deps
	swift test -c release

lint:
	swift format lint --strict -r -p Sources Tests Package.swift

# Each reader against bytes that nobody would write, for SECONDS; TARGETS="nmea json" for some of them.
fuzz: deps
	Tests/Fuzz/fuzz.sh $(SECONDS) $(TARGETS)

# The tests under AddressSanitizer and ThreadSanitizer.
sanitize: deps
	Tests/Fuzz/sanitize.sh

bench: deps
	$(SWIFT_BUILD) --product WakeprintBench
	.build/release/WakeprintBench

# The same work by what users pick today, side by side; needs the peers' folder and python3.
peers: build
	Tests/Performance/peers.sh
	Tests/Performance/tiles_peers.sh
	Tests/Performance/transfers_peers.sh
	Tests/Performance/maps_peers.sh
	Tests/Performance/strokes_peers.sh
	Tests/Performance/timelapse_peers.sh
	Tests/Performance/formats_peers.sh

# The pictures of the README.
gallery: build
	Tests/Performance/gallery.sh

clean:
	rm -rf .build
