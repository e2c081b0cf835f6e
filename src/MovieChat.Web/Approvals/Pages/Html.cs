using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Web.Approvals.Pages;

/// <summary>Plain pages, without script: they work in any browser, and let in nothing from elsewhere.</summary>
internal static class Html
{
    /// <summary>A calm sheet to read on, light or dark as the reader has it.</summary>
    private const string Style =
        """
        :root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1c1a;--soft:#6b675f;--line:#dedad1;--accent:#7a3b12;--on:#fff}
        @media (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ece9e2;--soft:#a5a097;--line:#3a3732;--accent:#e0a070;--on:#191816}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
        main{max-width:44rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
        h1{font-size:1.75rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
        h2{font-size:1.2rem;margin:2.25rem 0 .5rem}
        h3{font-size:1.0625rem;margin:1.5rem 0 .25rem;overflow-wrap:anywhere}
        p,dd,li{overflow-wrap:anywhere;white-space:pre-line}
        .lead{color:var(--soft);margin:0 0 1.75rem}
        .said,.fault{border-left:3px solid var(--accent);padding:.25rem 0 .25rem 1rem;margin:1.5rem 0}
        dl{margin:.25rem 0}dt{color:var(--soft);font-size:.9375rem}dd{margin:0 0 .5rem}
        .option{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:1.25rem 0}
        .option h2{margin-top:0}
        img{max-width:100%;height:auto;border-radius:.25rem;display:block;margin:.75rem 0}
        pre{font:1rem/1.35 "Courier Prime",Courier,"Courier New",monospace;white-space:pre-wrap;margin:0 0 .75rem;overflow-wrap:anywhere}
        .character{padding-left:40%}.parenthetical{padding-left:30%}.dialogue{padding:0 15% 0 18%}.transition{text-align:right}
        form{margin:1rem 0 0}
        label{display:block;color:var(--soft);margin:.75rem 0 .25rem}
        textarea,input{width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.375rem;padding:.5rem .75rem}
        button{font:inherit;min-height:2.75rem;padding:.375rem 1.25rem;border-radius:.375rem;border:1px solid var(--accent);background:transparent;color:var(--accent);cursor:pointer;margin:.5rem .5rem 0 0}
        button.primary{background:var(--accent);color:var(--on)}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        summary{cursor:pointer;color:var(--accent);min-height:2.75rem;padding:.5rem 0}
        footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.75rem;color:var(--soft);font-size:.9375rem}
        """;

    private static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Text as it stands in a page, in an element or in the value of an attribute.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <param name="body">What stands in the page, encoded.</param>
    public static IResult Page(HttpContext context, int status, string title, string body)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = s_policy;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return Results.Text(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{Text(title)}</title><style>{Style}</style></head>
            <body><main>
            {body}
            <footer>Movie Chat. Nothing becomes part of a film until its writer says so.</footer>
            </main></body>
            </html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);
    }
}
