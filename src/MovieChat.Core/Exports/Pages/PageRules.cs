using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Pages;

/// <summary>The screenplay page, US Letter: in points, or in columns and lines of 12-point Courier (10 columns and 6 lines to the inch).</summary>
/// <remarks>The first line stands an inch from the top and the last an inch from the bottom, measured at what the letters stand on: 55 lines.</remarks>
internal static class PageRules
{
    public const double Width = 612, Height = 792, Left = 108, FirstLine = 72, FontSize = 12, LineHeight = 12, ColumnWidth = 7.2;

    public const int Lines = 55;

    /// <summary>Columns from the left margin, which is at 1.5 inches: so 10 is 2.5 inches from the edge, 22 is 3.7. A bracket opens at 3.0, what follows it is at 3.1.</summary>
    public const int DialogueColumn = 10, BracketColumn = 15, ParentheticalColumn = 16, CueColumn = 22;

    public const int ActionWidth = PageMeasure.ActionWidth, DialogueWidth = PageMeasure.DialogueWidth, ParentheticalWidth = PageMeasure.ParentheticalWidth;

    public const int CueWidth = ActionWidth - CueColumn;

    public const string More = "(MORE)", Continued = "(CONT'D)";
}
