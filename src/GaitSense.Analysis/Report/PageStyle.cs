namespace GaitSense.Analysis.Report;

/// <summary>
/// The one style sheet of all pages. Colours are those of Okabe and Ito (2008, "Color Universal Design"), told apart by people with every
/// common colour vision; marks and dashes differ too, for print in grey.
/// </summary>
internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #ffffff; --page: #f3f5f7; --ink: #1b2128; --soft: #56616d; --rule: #d7dde3; --grid: #e6eaee;
          --left: #0072b2; --right: #d55e00; --back-left: #009e73; --back-right: #b3568c; --reject: #5c6670; --calm: #009e73; --warn: #fff4d6; --warn-rule: #e69f00; }
        @media (prefers-color-scheme: dark) { :root { --paper: #171c22; --page: #0f1317; --ink: #e8ecf0; --soft: #a3aeb9; --rule: #36404a; --grid: #29313a;
          --left: #56b4e9; --right: #e69f00; --back-left: #1fc497; --back-right: #cc79a7; --reject: #9aa5b0; --calm: #1fc497; --warn: #33290f; --warn-rule: #e69f00; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 48px; }
        h1 { font-size: 30px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; overflow-wrap: anywhere; }
        h2 { font-size: 20px; line-height: 1.3; margin: 0 0 4px; }
        h3 { font-size: 16px; margin: 16px 0 4px; }
        p { margin: 4px 0 12px; max-width: 92ch; text-wrap: pretty; }
        .sub { color: var(--soft); }
        .facts { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 14px 0 0; padding: 0; list-style: none; }
        .facts b { font-weight: 600; }
        section, .warn { background: var(--paper); border: 1px solid var(--rule); border-radius: 10px; padding: 22px 24px; margin: 20px 0 0; }
        .warn { background: var(--warn); border-color: var(--warn-rule); padding: 14px 24px; }
        .warn ul { margin: 4px 0; padding-left: 20px; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(228px, 1fr)); gap: 14px; margin-top: 14px; }
        .tile { border: 1px solid var(--rule); border-radius: 8px; padding: 14px 16px; }
        .tile .name { color: var(--soft); font-size: 15px; }
        .tile .value { font-size: 30px; line-height: 1.25; font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .tile .value small { font-size: 15px; font-weight: 400; color: var(--soft); }
        .tile .feet { display: grid; grid-template-columns: auto 1fr; gap: 0 10px; font-size: 15px; font-variant-numeric: tabular-nums; margin-top: 4px; }
        .tile .feet span:nth-child(odd) { color: var(--soft); }
        .tile .why { color: var(--soft); font-size: 14px; }
        .pair { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 8px 24px; }
        .scroll { overflow-x: auto; }
        svg.plot { display: block; width: 100%; height: auto; font: 14px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
        .scroll svg.plot.wide { min-width: 720px; }
        text { fill: var(--ink); } .tick { fill: var(--soft); } .note { fill: var(--soft); font-size: 14px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; } .inside { fill: #ffffff; font-weight: 600; }
        .grid { stroke: var(--grid); fill: none; } .axis { stroke: var(--soft); fill: none; }
        .line { fill: none; stroke-width: 2; stroke-linejoin: round; } .thin { stroke-width: 1.2; } .dash { stroke-dasharray: 7 4; } .dots { stroke-dasharray: 2 4; }
        .mark { stroke-width: 1.6; } .hollow { fill: none; } .faint { opacity: 0.65; }
        .left { stroke: var(--left); } .right { stroke: var(--right); } .back-left { stroke: var(--back-left); } .back-right { stroke: var(--back-right); }
        .reject { stroke: var(--reject); } .zero { stroke: var(--soft); stroke-width: 1; }
        .solid.left, .bar.left, .band.left { fill: var(--left); } .solid.right, .bar.right, .band.right { fill: var(--right); }
        .solid.back-left, .band.back-left, .bar.back-left { fill: var(--back-left); } .solid.back-right, .band.back-right, .bar.back-right { fill: var(--back-right); }
        .band { stroke: none; fill-opacity: 0.17; } .bar { stroke: var(--paper); stroke-width: 1; }
        .calm { fill: var(--calm); fill-opacity: 0.13; stroke: none; } .turn { fill: var(--soft); fill-opacity: 0.2; stroke: none; } .hole { fill: var(--ink); stroke: none; }
        .go-forward { fill: var(--left); } .go-in_place { fill: var(--rule); } .go-unknown { fill: none; stroke: var(--soft); } .hatch { stroke: var(--back-right); stroke-width: 4; } .dot-fill { fill: var(--right); }
        .go-backward { fill: url(#hatch); stroke: var(--back-right); } .go-left, .go-right { fill: url(#dots); stroke: var(--right); }
        .stance { fill: var(--left); } .swing { fill: var(--paper); stroke: var(--left); stroke-width: 1.5; } .stance.r { fill: var(--right); } .swing.r { stroke: var(--right); }
        .quiet { fill: var(--soft); fill-opacity: 0.14; stroke: none; } .doubt { fill: url(#doubt); stroke: none; } .doubt-line { stroke: var(--warn-rule); stroke-width: 2.4; stroke-opacity: 0.55; }
        .beat { stroke: var(--ink); stroke-width: 2.4; } .pace { stroke: none; } .solid.pace { fill: var(--back-left); fill-opacity: 0.6; } circle.grid { fill: none; } .vector { stroke: var(--ink); stroke-width: 3; stroke-linecap: round; }
        .verdicts { margin: 4px 0 8px; padding-left: 20px; } .verdicts .worse { font-weight: 650; }
        .legend { display: flex; flex-wrap: wrap; gap: 2px 22px; font-size: 15px; margin: 6px 0 8px; max-width: none; } .legend span { display: inline-flex; align-items: center; gap: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: 15px; font-variant-numeric: tabular-nums; margin-top: 8px; }
        th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--rule); vertical-align: top; } th { font-weight: 600; } th.n, td.n { text-align: right; padding-right: 18px; } td.n { white-space: nowrap; } td:first-child { min-width: 9em; } .notes { margin: 6px 0 0; max-width: none; } .many th.n, .many td.n { padding-right: 8px; }
        tbody tr:last-child td, tbody tr:last-child th { border-bottom: 0; } .ci { color: var(--soft); font-size: 14px; } .empty { color: var(--soft); font-style: italic; }
        dl { display: grid; grid-template-columns: minmax(150px, max-content) 1fr; gap: 6px 20px; margin: 8px 0 0; } dt { font-weight: 600; } dd { margin: 0; }
        details { margin-top: 14px; } summary { cursor: pointer; font-weight: 600; padding: 4px 0; overflow-wrap: anywhere; }
        footer { color: var(--soft); font-size: 15px; margin-top: 24px; }
        @media (max-width: 640px) { main { padding: 20px 12px; } section { padding: 16px 14px; } .pair { grid-template-columns: 1fr; } dl { grid-template-columns: 1fr; } dd { margin-bottom: 8px; } td.n { white-space: normal; }
          table.rows, table.rows tbody, table.rows tr { display: block; } table.rows thead { display: none; } table.rows tr { padding: 8px 0; border-bottom: 1px solid var(--rule); }
          table.rows td { display: flex; justify-content: flex-end; gap: 14px; border: 0; padding: 2px 0; text-align: right; white-space: normal; } table.rows td:empty, table.rows td.more { display: none; }
          table.rows td::before { content: attr(data-name); color: var(--soft); text-align: left; margin-right: auto; } table.rows td:first-child, table.rows td:not([data-name]) { font-weight: 600; text-align: left; display: block; } table.rows td:first-child::before { content: none; } }
        @media print { :root { --paper: #fff; --page: #fff; --ink: #000; --soft: #444; --rule: #bbb; --grid: #ddd; --left: #0072b2; --right: #d55e00; --back-left: #009e73; --back-right: #b3568c; --reject: #444; --calm: #009e73; --warn: #fff; }
          body { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;
}
