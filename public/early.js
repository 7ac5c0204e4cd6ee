/*
 * Runs before the app and beside it, as plain ES5: it must be readable to the browsers it turns away. It says in one
 * sentence that a browser is too old, and watches over a wall: one that was not loaded, or no longer draws, is
 * loaded again as soon as the server answers.
 */
(function () {
  "use strict";

  var root = document.documentElement;
  var ownAddress = document.currentScript ? document.currentScript.src : "";

  /** Chrome and Edge 111, Safari 16.4, Firefox 128: each of these is missing from the versions before. */
  function isTooOld() {
    var css = window.CSS;
    return !("noModule" in document.createElement("script") && css && css.supports && css.supports("color", "color-mix(in oklab, red, blue)") && "CSSPropertyRule" in window);
  }

  function whenThere(run) {
    if (document.body) run();
    else document.addEventListener("DOMContentLoaded", run, false);
  }

  /** A sentence over the whole page; the app's styles may not be there, or not be understood. */
  function say(sentence) {
    var place = document.getElementById("callboard-early") || document.createElement("div");
    var style = place.style;
    place.id = "callboard-early";
    place.setAttribute("role", "alert");
    style.position = "fixed";
    style.top = style.right = style.bottom = style.left = "0";
    style.zIndex = "9";
    style.padding = "6%";
    style.background = "#0f1013";
    style.color = "#ededf0";
    style.fontFamily = "system-ui, sans-serif";
    style.fontSize = "24px";
    style.fontSize = "max(24px, 3.4vmin)";
    style.lineHeight = "1.4";
    place.textContent = sentence;
    document.body.appendChild(place);
  }

  if (isTooOld()) {
    root.setAttribute("data-too-old", "");
    whenThere(function () {
      say("This browser is too old for Callboard, which needs Chrome or Edge 111, Safari 16.4, Firefox 128, or later. Please update it, or open this address with another one.");
    });
    return;
  }

  var lookMilliseconds = 10000;
  /** Hidden pages get their turn once a minute, so that less than that says nothing. */
  var silentMilliseconds = 75000;
  var lateMilliseconds = 20000;

  /** Whether this page is a wall's: in the path below the base, which this file lies at, or in the fragment. */
  function isWall() {
    var base = ownAddress.replace(/[^/]*$/, "").replace(/^[a-z]+:\/\/[^/]*/, "");
    var path = location.pathname;
    return /^#\/wall(\/|\?|$)/.test(location.hash) || (path.indexOf(base) === 0 && /^wall(\/|$)/.test(path.slice(base.length)));
  }

  if (!isWall()) return;

  var begunAt = performance.now();
  var beatAt;
  var silentLooks = 0;
  var isAsking = false;

  window.addEventListener("callboard:beat", function () {
    beatAt = performance.now();
    silentLooks = 0;
    var place = document.getElementById("callboard-early");
    if (place) place.parentNode.removeChild(place);
  });

  /** Only a server that answers with the page, and leads to no sign-in of somebody else's, is worth giving up what is on the screen. */
  function reloadIfAnswered() {
    if (isAsking) return;
    isAsking = true;
    var request = new XMLHttpRequest();
    request.open("GET", location.pathname + location.search);
    request.timeout = 20000;
    request.onloadend = function () {
      isAsking = false;
      var isOurs = request.status === 200 && request.responseURL.split("#")[0] === location.href.split("#")[0] && request.responseText.indexOf("early.js") >= 0;
      if (isOurs) location.reload();
    };
    request.send();
  }

  setInterval(function () {
    var now = performance.now();
    if (beatAt === undefined && now - begunAt > lateMilliseconds) {
      whenThere(function () {
        say("Callboard could not be loaded yet. This display tries again by itself.");
      });
    }
    // Twice: after a sleep, or a long task, this may be run before the page had its turn.
    silentLooks = now - (beatAt === undefined ? begunAt : beatAt) > silentMilliseconds ? silentLooks + 1 : 0;
    if (silentLooks > 1) reloadIfAnswered();
  }, lookMilliseconds);
})();
