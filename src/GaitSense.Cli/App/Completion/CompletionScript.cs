using System.Text;

namespace GaitSense.Cli.App.Completion;

/// <summary>
/// Scripts that complete the command line in a shell. They hold all words themselves: pressing the key starts no program.
/// </summary>
internal static class CompletionScript
{
    /// <summary>The shells there is a script for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script for a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <param name="commands">What can be typed.</param>
    public static string For(string shell, IReadOnlyList<CompletionWords> commands) => shell switch
    {
        "bash" => Bash(commands),
        "zsh" => "#compdef gaitsense\nautoload -U +X bashcompinit && bashcompinit\n" + Bash(commands),
        "fish" => Fish(commands),
        "pwsh" => PowerShell(commands),
        _ => throw new ArgumentOutOfRangeException(nameof(shell)),
    };

    private static string Bash(IReadOnlyList<CompletionWords> commands)
    {
        StringBuilder s = new("_gaitsense() {\n  local word=\"${COMP_WORDS[COMP_CWORD]}\" last=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"${COMP_WORDS[1]}\"\n  COMPREPLY=()\n  if ((COMP_CWORD == 1)); then\n");
        s.Append($"    COMPREPLY=($(compgen -W '{string.Join(' ', commands.Select(c => c.Name))} --help --version' -- \"$word\"))\n    return\n  fi\n  case \"$command $last\" in\n");
        foreach (CompletionWords c in commands)
        {
            foreach (CompletionOption o in c.Options.Where(o => o.TakesValue))
                s.Append($"    {string.Join('|', o.Names.Select(n => $"'{c.Name} {n}'"))}) {(o.Values.Count > 0 ? Words(o.Values) : Files)}; return ;;\n");
        }

        s.Append("  esac\n  case \"$command\" in\n");
        foreach (CompletionWords c in commands)
            s.Append($"    {c.Name}) if [[ $word == -* ]]; then {Words(c.Options.SelectMany(o => o.Names))}; else {(c.Values.Count > 0 ? Words(c.Values) : Files)}; fi ;;\n");
        return s.Append("  esac\n}\ncomplete -o filenames -o bashdefault -F _gaitsense gaitsense\n").ToString();

        static string Words(IEnumerable<string> words) => $"COMPREPLY=($(compgen -W '{string.Join(' ', words)}' -- \"$word\"))";
    }

    private const string Files = "mapfile -t COMPREPLY < <(compgen -f -- \"$word\")";

    private static string Fish(IReadOnlyList<CompletionWords> commands)
    {
        StringBuilder s = new();
        foreach (CompletionWords c in commands) s.Append($"complete -c gaitsense -n __fish_use_subcommand -f -a {c.Name} -d {Quoted(c.Description)}\n");
        foreach (CompletionWords c in commands)
        {
            string within = $"complete -c gaitsense -n '__fish_seen_subcommand_from {c.Name}'";
            if (c.Values.Count > 0) s.Append($"{within} -f -a {Quoted(string.Join(' ', c.Values))}\n");
            foreach (CompletionOption o in c.Options)
            {
                string names = string.Concat(o.Names.Select(n => n.StartsWith("--", StringComparison.Ordinal) ? $" -l {n[2..]}" : $" -s {n[1..]}"));
                s.Append($"{within}{names}{(!o.TakesValue ? "" : o.Values.Count > 0 ? $" -x -a {Quoted(string.Join(' ', o.Values))}" : " -r")} -d {Quoted(o.Description)}\n");
            }
        }

        return s.ToString();

        static string Quoted(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
    }

    // Where nothing is given back, PowerShell completes file names by itself.
    private static string PowerShell(IReadOnlyList<CompletionWords> commands)
    {
        StringBuilder s = new("Register-ArgumentCompleter -Native -CommandName gaitsense -ScriptBlock {\n  param($word, $line, $at)\n  $commands = [ordered]@{\n");
        foreach (CompletionWords c in commands) s.Append($"    {c.Name} = @({List(c.Options.SelectMany(o => o.Names))})\n");
        s.Append("  }\n  $values = @{\n");
        foreach (CompletionWords c in commands)
        {
            if (c.Values.Count > 0) s.Append($"    '{c.Name}' = @({List(c.Values)})\n");
            foreach (CompletionOption o in c.Options.Where(o => o.Values.Count > 0))
                foreach (string name in o.Names) s.Append($"    '{c.Name} {name}' = @({List(o.Values)})\n");
        }

        return s.Append(
            """
              }
              $typed = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $at } | ForEach-Object { $_.Extent.Text })
              if ($typed.Count -le 1) { $words = @($commands.Keys) }
              elseif ($values.ContainsKey("$($typed[1]) $($typed[-1])")) { $words = $values["$($typed[1]) $($typed[-1])"] }
              elseif ($word -like '-*') { $words = $commands[$typed[1]] }
              else { $words = $values[$typed[1]] }
              $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """.ReplaceLineEndings("\n")).ToString();

        static string List(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"'{w}'"));
    }
}
