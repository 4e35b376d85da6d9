<?php
// Puts an email through the sanitiser of Roundcube as its settings have it, without Roundcube: HTML on standard input, what is left on standard output.
// The first argument is the folder that the packages roundcube-core and php-masterminds-html5 were unpacked into.

$usr = $argv[1] . '/usr/share';
require "$usr/php/Masterminds/HTML5/autoload.php";

define('RCUBE_CHARSET', 'UTF-8');

class rcube
{
    public static function raise_error($arguments) { fwrite(STDERR, json_encode($arguments)); }
}

foreach (['rcube_utils', 'rcube_charset', 'rcube_string_replacer', 'rcube_washtml'] as $part) {
    require_once "$usr/roundcube/program/lib/Roundcube/$part.php";
}

$washer = new rcube_washtml(['allow_remote' => false, 'blocked_src' => 'blocked.gif', 'charset' => 'UTF-8', 'show_washed' => false, 'cid_map' => []]);
echo $washer->wash(stream_get_contents(STDIN));
